/* The rows of one kept file, folded into a register.
 *
 * A row that can't be used is refused with its line and a reason, and the others go on; a file in which
 * most rows are refused is not what it seems to be and is refused as a whole.
 */

#include "oct-source-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-vocabulary.h"

typedef struct
{
  OctKeptSource *source;
  OctRegisterBuilder *builder;
  OctImportReport *report;
  int *columns; /* file column → field, or column of the dataset's own; -1 unknown */
  guint n_columns;
  int key; /* the file column that holds the URN or UID */
  OctField *fields;
  guint *column_of_field; /* position in @fields → file column */
  guint n_fields;
  OctValue *values;
  int place[64]; /* other datasets: their column → file column, or -1 */
  guint rows;
  guint taken;
  guint refused;
} Fold;

static const OctCsvField blank = { "", 0 };

static const OctCsvField *
field_at (const OctCsvRow *row, int column)
{
  return column >= 0 && (guint) column < row->n_fields ? &row->fields[column] : &blank;
}

static gboolean
read_number (const OctCsvField *field, gint64 *number)
{
  gint64 value = 0;
  gboolean any = FALSE;

  for (gsize i = 0; i < field->length; i++)
    {
      char c = field->text[i];

      if (c == ',' && any)
        continue;
      if (c < '0' || c > '9' || value > G_MAXINT32)
        return FALSE;
      value = value * 10 + (c - '0');
      any = TRUE;
    }

  *number = value;
  return any;
}

/* A percentage in tenths: "16.70", ".00", "41%". */
static gboolean
read_percent (const OctCsvField *field, gint64 *tenths)
{
  gint64 value = 0;
  int decimals = -1;
  gboolean any = FALSE;

  for (gsize i = 0; i < field->length; i++)
    {
      char c = field->text[i];

      if (c == '.' && decimals < 0)
        decimals = 0;
      else if (c == '%' && any && i + 1 == field->length)
        break;
      else if (c >= '0' && c <= '9')
        {
          any = TRUE;
          if (decimals >= 2 || value > 1000000)
            continue;
          value = value * 10 + (c - '0');
          if (decimals >= 0)
            decimals++;
        }
      else
        return FALSE;
    }
  for (; decimals < 2; decimals++)
    value = decimals < 0 ? value : value * 10;

  *tenths = (value + 5) / 10;
  return any;
}

/* %FALSE when the text can't be a value of the field. */
static gboolean
read_value (OctField field, const OctCsvField *text, OctValue *value)
{
  OctDate date;

  value->kind = OCT_VALUE_NONE;
  if (text->length == 0)
    return TRUE;

  switch (oct_field_kind (field))
    {
    case OCT_FIELD_KIND_INTEGER:
      if (read_number (text, &value->number))
        value->kind = OCT_VALUE_NUMBER;
      return TRUE;

    case OCT_FIELD_KIND_PERCENT:
      if (read_percent (text, &value->number))
        value->kind = OCT_VALUE_NUMBER;
      return TRUE;

    case OCT_FIELD_KIND_DATE:
      if (!oct_date_parse (text->text, (gssize) text->length, &date))
        return FALSE;
      value->number = date;
      value->kind = date != OCT_DATE_UNKNOWN ? OCT_VALUE_NUMBER : OCT_VALUE_NONE;
      return TRUE;

    case OCT_FIELD_KIND_TEXT:
    default:
      value->kind = OCT_VALUE_TEXT;
      value->text = text->text;
      value->length = (int) text->length;
      return TRUE;
    }
}

/**
 * oct_import_report_refuse:
 * @report: (nullable): where it is counted
 * @line: in the file
 * @reason: (transfer full): why
 */
void
oct_import_report_refuse (OctImportReport *report, guint line, char *reason)
{
  OctImportRefusal *refusal;

  if (report == NULL || report->refusals->len >= 10000)
    {
      g_free (reason);
      return;
    }

  refusal = g_new (OctImportRefusal, 1);
  *refusal = (OctImportRefusal) { line, reason };
  g_ptr_array_add (report->refusals, refusal);
}

static void
refuse (Fold *self, const OctCsvRow *row, char *reason)
{
  self->refused++;
  oct_import_report_refuse (self->report, row->line, reason);
}

static gboolean
take_outcome (Fold *self, const OctCsvRow *row, OctRowOutcome outcome, const char *key_name,
              gint64 key)
{
  OctImportReport *report = self->report;

  switch (outcome)
    {
    case OCT_ROW_FAILED:
      return FALSE;

    case OCT_ROW_DUPLICATE:
      /* Translators: %s is "URN" or "Group UID". */
      refuse (self, row,
              g_strdup_printf (_("%s %u stands in the file twice; the first row was kept"),
                               key_name, (guint) key));
      return TRUE;

    case OCT_ROW_ADDED:
    case OCT_ROW_CHANGED:
    case OCT_ROW_UNCHANGED:
    default:
      self->taken++;
      if (report != NULL)
        *(outcome == OCT_ROW_ADDED     ? &report->added
          : outcome == OCT_ROW_CHANGED ? &report->changed
                                       : &report->unchanged) += 1;
      return TRUE;
    }
}

static gboolean
read_key (Fold *self, const OctCsvRow *row, int column, const char *name, gint64 *key)
{
  const OctCsvField *field = field_at (row, column);

  if (read_number (field, key) && *key > 0 && *key <= 9999999)
    return TRUE;

  if (field->length == 0)
    refuse (self, row, g_strdup_printf (_("%s is blank"), name));
  else
    refuse (self, row,
            g_strdup_printf (_("%s “%.40s” is not a number of up to seven digits"), name,
                             field->text));
  return FALSE;
}

static gboolean
put_establishment (Fold *self, const OctCsvRow *row, GError **error)
{
  gint64 urn;

  if (!read_key (self, row, self->key, "URN", &urn))
    return TRUE;

  for (guint i = 0; i < self->n_fields; i++)
    {
      const OctCsvField *text = field_at (row, (int) self->column_of_field[i]);

      if (!read_value (self->fields[i], text, &self->values[i]))
        {
          refuse (self, row,
                  g_strdup_printf (_("“%.40s” is not a possible date (%s)"), text->text,
                                   oct_field_label (self->fields[i])));
          return TRUE;
        }
    }

  return take_outcome (self, row,
                       oct_register_builder_put_establishment (self->builder, (guint32) urn,
                                                               self->values, error),
                       "URN", urn);
}

static gboolean
read_date_or_refuse (Fold *self, const OctCsvRow *row, int column, OctDate *date)
{
  const OctCsvField *field = field_at (row, column);

  if (oct_date_parse (field->text, (gssize) field->length, date))
    return TRUE;

  refuse (self, row, g_strdup_printf (_("“%.40s” is not a possible date"), field->text));
  return FALSE;
}

static OctValue
text_value (const OctCsvField *field)
{
  OctValue value = { OCT_VALUE_NONE };

  /* "Not recorded" is this publisher's blank. */
  if (field->length > 0 && strcmp (field->text, "Not recorded") != 0)
    value = (OctValue) { OCT_VALUE_TEXT, (int) field->length, 0, field->text };
  return value;
}

static gboolean
put_link (Fold *self, const OctCsvRow *row, GError **error)
{
  const OctCsvField *type = field_at (row, self->place[OCT_LINK_COLUMN_TYPE]);
  OctValue type_value = { OCT_VALUE_TEXT, (int) type->length, 0, type->text };
  OctValue name = text_value (field_at (row, self->place[OCT_LINK_COLUMN_OTHER_NAME]));
  gint64 urn;
  gint64 other;
  OctDate date;

  if (!read_key (self, row, self->place[OCT_LINK_COLUMN_URN], "URN", &urn)
      || !read_key (self, row, self->place[OCT_LINK_COLUMN_OTHER_URN], "LinkURN", &other)
      || !read_date_or_refuse (self, row, self->place[OCT_LINK_COLUMN_ESTABLISHED], &date))
    return TRUE;

  return take_outcome (self, row,
                       oct_register_builder_put_link (self->builder, (guint32) urn, (guint32) other,
                                                      &type_value, &name, date, error),
                       "URN", urn);
}

static gboolean
put_group (Fold *self, const OctCsvRow *row, GError **error)
{
  static const struct
  {
    OctGroupFact fact;
    OctGroupColumn column;
  } texts[] = {
    { OCT_GROUP_FACT_GROUP_ID, OCT_GROUP_COLUMN_GROUP_ID },
    { OCT_GROUP_FACT_NAME, OCT_GROUP_COLUMN_NAME },
    { OCT_GROUP_FACT_COMPANY_NUMBER, OCT_GROUP_COLUMN_COMPANY_NUMBER },
    { OCT_GROUP_FACT_STATUS, OCT_GROUP_COLUMN_STATUS },
    { OCT_GROUP_FACT_STREET, OCT_GROUP_COLUMN_STREET },
    { OCT_GROUP_FACT_LOCALITY, OCT_GROUP_COLUMN_LOCALITY },
    { OCT_GROUP_FACT_TOWN, OCT_GROUP_COLUMN_TOWN },
    { OCT_GROUP_FACT_COUNTY, OCT_GROUP_COLUMN_COUNTY },
    { OCT_GROUP_FACT_POSTCODE, OCT_GROUP_COLUMN_POSTCODE },
    { OCT_GROUP_FACT_UKPRN, OCT_GROUP_COLUMN_UKPRN },
  };
  static const struct
  {
    OctGroupFact fact;
    OctGroupColumn column;
  } dates[] = {
    { OCT_GROUP_FACT_CLOSED, OCT_GROUP_COLUMN_CLOSED },
    { OCT_GROUP_FACT_OPENED, OCT_GROUP_COLUMN_OPENED },
    { OCT_GROUP_FACT_INCORPORATED, OCT_GROUP_COLUMN_INCORPORATED },
  };
  OctValue values[OCT_N_GROUP_FACTS] = { { OCT_VALUE_NONE } };
  gint64 uid;

  if (!read_key (self, row, self->place[OCT_GROUP_COLUMN_UID], "Group UID", &uid))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    values[texts[i].fact] = text_value (field_at (row, self->place[texts[i].column]));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      OctDate date;

      if (!read_date_or_refuse (self, row, self->place[dates[i].column], &date))
        return TRUE;
      values[dates[i].fact] = (OctValue) { date != 0 ? OCT_VALUE_NUMBER : OCT_VALUE_NONE, 0, date,
                                           NULL };
    }
  values[OCT_GROUP_FACT_TYPE].kind = OCT_VALUE_NUMBER;
  if (!read_number (field_at (row, self->place[OCT_GROUP_COLUMN_TYPE_CODE]),
                    &values[OCT_GROUP_FACT_TYPE].number))
    values[OCT_GROUP_FACT_TYPE].kind = OCT_VALUE_NONE;

  return take_outcome (self, row,
                       oct_register_builder_put_group (self->builder, (guint32) uid, values, error),
                       "Group UID", uid);
}

static gboolean
put_group_link (Fold *self, const OctCsvRow *row, GError **error)
{
  gint64 urn;
  gint64 uid;
  OctDate joined;

  if (!read_key (self, row, self->place[OCT_GROUP_LINK_COLUMN_URN], "URN", &urn)
      || !read_key (self, row, self->place[OCT_GROUP_LINK_COLUMN_UID], "Linked UID", &uid)
      || !read_date_or_refuse (self, row, self->place[OCT_GROUP_LINK_COLUMN_JOINED], &joined))
    return TRUE;

  return take_outcome (self, row,
                       oct_register_builder_put_membership (self->builder, (guint32) urn,
                                                            (guint32) uid, joined, error),
                       "URN", urn);
}

static gboolean
put_row (Fold *self, const OctCsvRow *row, GError **error)
{
  switch (self->source->dataset->entity)
    {
    case OCT_ENTITY_ESTABLISHMENT:
      return put_establishment (self, row, error);
    case OCT_ENTITY_LINK:
      return put_link (self, row, error);
    case OCT_ENTITY_GROUP:
      return put_group (self, row, error);
    case OCT_ENTITY_GROUP_LINK:
      return put_group_link (self, row, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_header (OctCsvReader *reader, OctKeptSource *source, OctCsvRow *header, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!oct_csv_reader_next (reader, header, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, OCT_ERROR, OCT_ERROR_EMPTY_FILE,
                             _("The file is empty. Nothing was changed; download it again."));
      return FALSE;
    }

  if (source->dataset == NULL)
    source->dataset = oct_dataset_recognise (header->fields, header->n_fields, error);
  return source->dataset != NULL;
}

/**
 * oct_source_recognise:
 * @source: a kept file
 * @unknown_columns: (out) (transfer full) (optional): columns that the dataset doesn't know
 * @error: return location
 *
 * Returns: %TRUE when the file is of a known kind; its date is still 0 where its name doesn't say it
 */
gboolean
oct_source_recognise (OctKeptSource *source, GStrv *unknown_columns, GError **error)
{
  g_autoptr (OctInput) input = oct_input_open (source->path, error);
  g_autoptr (OctCsvReader) reader = NULL;
  g_autofree int *columns = NULL;
  OctCsvRow header;

  if (input == NULL)
    return FALSE;

  reader = oct_csv_reader_new (input);
  if (!read_header (reader, source, &header, error))
    return FALSE;

  columns = oct_dataset_map_columns (source->dataset, header.fields, header.n_fields,
                                     unknown_columns, error);
  if (columns == NULL)
    return FALSE;

  if (source->published == OCT_DATE_UNKNOWN)
    source->published = oct_dataset_date_from_name (source->dataset, source->file_name,
                                                    oct_input_get_name (input));
  return TRUE;
}

static void
plan_columns (Fold *self)
{
  self->fields = g_new (OctField, self->n_columns + 1);
  self->column_of_field = g_new (guint, self->n_columns + 1);
  self->values = g_new0 (OctValue, self->n_columns + 1);
  self->key = -1;
  for (guint i = 0; i < G_N_ELEMENTS (self->place); i++)
    self->place[i] = -1;

  for (guint column = 0; column < self->n_columns; column++)
    {
      int target = self->columns[column];

      if (target < 0)
        continue;
      if (self->source->dataset->entity != OCT_ENTITY_ESTABLISHMENT)
        {
          self->place[target] = (int) column;
          continue;
        }
      if (target == OCT_FIELD_URN)
        self->key = (int) column;
      self->fields[self->n_fields] = (OctField) target;
      self->column_of_field[self->n_fields++] = column;
    }
}

static gboolean
fold_rows (Fold *self, OctCsvReader *reader, OctInput *input, OctRowsProgress progress,
           gpointer data, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  OctCsvRow row;

  while (oct_csv_reader_next (reader, &row, &local_error))
    {
      g_autoptr (GError) refusal = NULL;

      self->rows++;
      if (!oct_dataset_accepts_row (self->source->dataset, self->n_columns, &row, &refusal))
        {
          if (row.unfinished && row.n_fields < self->n_columns)
            {
              g_set_error (
                error, OCT_ERROR, OCT_ERROR_TRUNCATED,
                _("The file ends in the middle of a row (line %u). It was not downloaded whole. Nothing was "
                  "changed; download it again."),
                row.line);
              return FALSE;
            }
          refuse (self, &row, g_strdup (refusal->message));
        }
      else if (!put_row (self, &row, error))
        return FALSE;

      if (self->rows % 2048 == 0 && progress != NULL
          && !progress (self->rows, oct_input_get_fraction (input), data))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                               _("Cancelled. Nothing was changed."));
          return FALSE;
        }
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return error == NULL || *error == NULL;
}

static gboolean
judge (Fold *self, GError **error)
{
  if (self->rows == 0)
    {
      g_set_error_literal (
        error, OCT_ERROR, OCT_ERROR_NO_ROWS,
        _("The file has a header but no rows. Nothing was changed; download it again."));
      return FALSE;
    }
  if (self->refused * 2 > self->rows)
    {
      const OctImportRefusal *first = self->report != NULL && self->report->refusals->len > 0
                                        ? g_ptr_array_index (self->report->refusals, 0)
                                        : NULL;

      g_set_error (
        error, OCT_ERROR, OCT_ERROR_FAILED,
        _("%u of %u rows can’t be used, so the file was not imported and nothing was changed. "
          "The first: line %u: %s."),
        self->refused, self->rows, first != NULL ? first->line : 0,
        first != NULL ? first->reason : "");
      return FALSE;
    }

  return TRUE;
}

static void
fold_clear (Fold *self)
{
  g_free (self->columns);
  g_free (self->fields);
  g_free (self->column_of_field);
  g_free (self->values);
}

static gboolean
fold_input (Fold *self, OctInput *input, OctRowsProgress progress, gpointer data, GError **error)
{
  g_autoptr (OctCsvReader) reader = oct_csv_reader_new (input);
  OctSourceFacts facts;
  OctCsvRow header;

  if (!read_header (reader, self->source, &header, error))
    return FALSE;

  self->n_columns = header.n_fields;
  self->columns = oct_dataset_map_columns (self->source->dataset, header.fields, header.n_fields,
                                           NULL, error);
  if (self->columns == NULL)
    return FALSE;

  plan_columns (self);
  oct_kept_source_facts (self->source, &facts);
  return oct_register_builder_begin (self->builder, &facts, self->source->dataset->precedence,
                                     self->fields, self->n_fields,
                                     self->source->dataset->complete
                                       && self->source->dataset->entity == OCT_ENTITY_ESTABLISHMENT,
                                     error)
         && fold_rows (self, reader, input, progress, data, error) && judge (self, error)
         && oct_register_builder_end (self->builder, self->taken, error);
}

/**
 * oct_source_fold:
 * @source: a kept file that was recognised
 * @builder: where it goes
 * @report: (nullable): counts and refusals
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @error: return location
 *
 * Returns: %TRUE when the file is folded in
 */
gboolean
oct_source_fold (OctKeptSource *source, OctRegisterBuilder *builder, OctImportReport *report,
                 OctRowsProgress progress, gpointer data, GError **error)
{
  Fold self = { .source = source, .builder = builder, .report = report };
  g_autoptr (OctInput) input = oct_input_open (source->path, error);
  g_autoptr (GError) local_error = NULL;
  gboolean done;

  if (input == NULL)
    return FALSE;

  done = fold_input (&self, input, progress, data, &local_error);
  if (report != NULL)
    {
      report->rows = self.rows;
      report->refused = self.refused;
    }
  fold_clear (&self);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return done;
}
