/* Writing the index of a register.
 *
 * Every establishment is read once into a plain row, the rows are put in the default order, and
 * then each column, the dictionaries of the coded columns and the words with their postings are
 * written one after the other. What a list needs but no file states – the day a school joined its
 * trust, a predecessor's pupils – is worked out here, once.
 */

#include "oct-index-builder.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "oct-bands.h"
#include "oct-field.h"
#include "oct-fold.h"
#include "oct-index-derive.h"
#include "oct-index-words.h"
#include "oct-durable-file.h"

typedef struct
{
  GHashTable *ids;   /* key → id + 1 */
  GPtrArray *keys;   /* owned */
  GPtrArray *labels; /* owned */
} Dictionary;

typedef struct
{
  sqlite3 *db;
  GArray *rows; /* of OctIndexRow */
  GString *texts;
  GHashTable *towns; /* text → offset */
  Dictionary coded[OCT_N_CODED];
  OctIndexDerive *derive;
  OctIndexProgress progress;
  gpointer data;
} Builder;

static gboolean
report (Builder *self, double fraction, GError **error)
{
  if (self->progress == NULL || self->progress (fraction, self->data))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _("Cancelled. Nothing was changed."));
  return FALSE;
}

static guint16
code_of (Dictionary *self, const char *key, const char *label)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, key));

  if (id == 0)
    {
      g_ptr_array_add (self->keys, g_strdup (key));
      g_ptr_array_add (self->labels, g_strdup (label));
      id = self->keys->len;
      g_hash_table_insert (self->ids, g_ptr_array_index (self->keys, id - 1),
                           GUINT_TO_POINTER (id));
    }

  return (guint16) (id - 1);
}

/* The vocabularies that have an order of their own are entered whole, so that code order is theirs. */
static void
begin_dictionaries (Builder *self)
{
  for (int i = 0; i < OCT_N_CODED; i++)
    {
      self->coded[i].ids = g_hash_table_new (g_str_hash, g_str_equal);
      self->coded[i].keys = g_ptr_array_new_with_free_func (g_free);
      self->coded[i].labels = g_ptr_array_new_with_free_func (g_free);
    }

  for (int i = 0; i < OCT_N_PHASES; i++)
    code_of (&self->coded[OCT_FACET_PHASE], oct_phase_key (i), "");
  for (int i = 0; i < OCT_N_TYPE_GROUPS; i++)
    code_of (&self->coded[OCT_FACET_TYPE_GROUP], oct_type_group_key (i), "");
  for (int i = 0; i < OCT_N_STATUSES; i++)
    code_of (&self->coded[OCT_FACET_STATUS], oct_status_key (i), "");
  for (guint i = 0; i < OCT_N_BANDS; i++)
    {
      code_of (&self->coded[OCT_FACET_SIZE_BAND], oct_size_band_key (i), "");
      code_of (&self->coded[OCT_FACET_FSM_BAND], oct_fsm_band_key (i), "");
    }
}

static guint32
add_text (Builder *self, const char *text)
{
  guint32 offset = (guint32) self->texts->len;

  if (text == NULL || text[0] == '\0')
    return 0;

  g_string_append_len (self->texts, text, (gssize) strlen (text) + 1);
  return offset;
}

static guint32
add_town (Builder *self, const char *town)
{
  gpointer known;
  guint32 offset;

  if (town[0] == '\0')
    return 0;
  if (g_hash_table_lookup_extended (self->towns, town, NULL, &known))
    return GPOINTER_TO_UINT (known);

  offset = add_text (self, town);
  g_hash_table_insert (self->towns, g_strdup (town), GUINT_TO_POINTER (offset));
  return offset;
}

static gint32
number_or (sqlite3_stmt *s, int column, gint32 otherwise)
{
  return sqlite3_column_type (s, column) == SQLITE_NULL ? otherwise
                                                        : sqlite3_column_int (s, column);
}

enum
{
  C_URN,
  C_NAME,
  C_STREET,
  C_TOWN,
  C_POSTCODE,
  C_HEAD_TITLE,
  C_HEAD_FIRST,
  C_HEAD_LAST,
  C_LA_CODE,
  C_LA,
  C_REGION,
  C_DISTRICT,
  C_TYPE,
  C_RELIGION,
  C_GENDER,
  C_SIXTH_FORM,
  C_TRUST_UID,
  C_TRUST,
  C_PHASE,
  C_TYPE_GROUP,
  C_STATUS,
  C_PUPILS,
  C_CAPACITY,
  C_FSM,
  C_EASTING,
  C_NORTHING,
  C_OPENED,
  C_CLOSED,
  C_LOW_AGE,
  C_HIGH_AGE,
  C_DELISTED,
  C_TRUST_FLAG,
  C_FEDERATION_UID,
  C_FEDERATION,
};

static const char select_rows[] =
  "SELECT urn, name, street, town, postcode, head_title, head_first_name, head_last_name, la_code, la, region,"
  " district, type, religious_character, gender, sixth_form, trust_uid, trust, phase, type_group, status, pupils,"
  " capacity, fsm_percent, easting, northing, opened, closed, low_age, high_age, delisted, trust_school_flag,"
  " federation_uid, federation FROM main.establishment";

static void
read_codes (Builder *self, sqlite3_stmt *s, OctIndexRow *row)
{
  const char *columns[] = { oct_sql_text (s, C_REGION),     oct_sql_text (s, C_TYPE),
                            oct_sql_text (s, C_RELIGION),   oct_sql_text (s, C_GENDER),
                            oct_sql_text (s, C_SIXTH_FORM), oct_sql_text (s, C_DISTRICT) };
  const int places[] = { OCT_FACET_REGION, OCT_FACET_TYPE,       OCT_FACET_RELIGION,
                         OCT_FACET_GENDER, OCT_FACET_SIXTH_FORM, OCT_CODED_DISTRICT };
  char uid[16];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    row->codes[places[i]] = code_of (&self->coded[places[i]], columns[i], columns[i]);

  row->codes[OCT_FACET_LA] = code_of (&self->coded[OCT_FACET_LA], oct_sql_text (s, C_LA_CODE),
                                      oct_sql_text (s, C_LA));
  g_snprintf (uid, sizeof uid, "%u", row->trust_uid);
  row->codes[OCT_FACET_TRUST] = code_of (
    &self->coded[OCT_FACET_TRUST], row->trust_uid != 0 ? uid : "none",
    row->trust_uid != 0
      ? oct_index_derive_trust_name (self->derive, row->trust_uid, oct_sql_text (s, C_TRUST))
      : "");
  row->codes[OCT_FACET_FEDERATION] = code_of (
    &self->coded[OCT_FACET_FEDERATION],
    sqlite3_column_type (s, C_FEDERATION_UID) != SQLITE_NULL ? oct_sql_text (s, C_FEDERATION_UID)
                                                             : "none",
    oct_sql_text (s, C_FEDERATION));
  row->codes[OCT_FACET_PHASE] = oct_phase_from_name (oct_sql_text (s, C_PHASE));
  row->codes[OCT_FACET_TYPE_GROUP] = oct_type_group_from_name (oct_sql_text (s, C_TYPE_GROUP));
  row->codes[OCT_FACET_STATUS] = sqlite3_column_type (s, C_DELISTED) != SQLITE_NULL
                                   ? OCT_STATUS_UNKNOWN
                                   : oct_status_from_name (oct_sql_text (s, C_STATUS));
}

static void
read_numbers (Builder *self, sqlite3_stmt *s, OctIndexRow *row)
{
  row->pupils = number_or (s, C_PUPILS, -1);
  row->capacity = number_or (s, C_CAPACITY, -1);
  row->fsm = number_or (s, C_FSM, -1);
  row->easting = number_or (s, C_EASTING, 0);
  row->northing = number_or (s, C_NORTHING, 0);
  row->opened = number_or (s, C_OPENED, 0);
  row->closed = number_or (s, C_CLOSED, 0);
  row->low_age = (gint16) number_or (s, C_LOW_AGE, -1);
  row->high_age = (gint16) number_or (s, C_HIGH_AGE, -1);
  if (row->pupils < 0 && oct_status_is_open (row->codes[OCT_FACET_STATUS]))
    oct_index_derive_pupils (self->derive, row->urn, &row->pupils, &row->fsm, &row->pupils_from);
  row->joined = oct_index_derive_joined (self->derive, row->urn, row->trust_uid, row->opened,
                                         oct_type_group_is_academy (
                                           row->codes[OCT_FACET_TYPE_GROUP]));
  row->codes[OCT_FACET_SIZE_BAND] = (guint16) oct_size_band (row->pupils);
  row->codes[OCT_FACET_FSM_BAND] = (guint16) oct_fsm_band (row->fsm);
}

static guint32
add_head (Builder *self, sqlite3_stmt *s)
{
  const char *parts[] = { oct_sql_text (s, C_HEAD_TITLE), oct_sql_text (s, C_HEAD_FIRST),
                          oct_sql_text (s, C_HEAD_LAST) };
  guint32 offset = (guint32) self->texts->len;
  gboolean any = FALSE;

  if (parts[1][0] == '\0' && parts[2][0] == '\0')
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i][0] != '\0' && !g_str_equal (parts[i], "Not recorded"))
      {
        if (any)
          g_string_append_c (self->texts, ' ');
        g_string_append (self->texts, parts[i]);
        any = TRUE;
      }
  g_string_append_c (self->texts, '\0');

  return offset;
}

static gboolean
read_rows (Builder *self, GError **error)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (self->db, select_rows, error);
  int code;

  if (s == NULL)
    return FALSE;

  while ((code = sqlite3_step (s)) == SQLITE_ROW)
    {
      OctIndexRow row = { 0 };

      row.urn = (guint32) sqlite3_column_int64 (s, C_URN);
      row.trust_uid = (guint32) sqlite3_column_int64 (s, C_TRUST_UID);
      row.trust_type = oct_index_derive_trust_type (self->derive, row.trust_uid,
                                                    oct_sql_text (s, C_TRUST_FLAG));
      row.name = add_text (self, oct_sql_text (s, C_NAME));
      row.street = add_text (self, oct_sql_text (s, C_STREET));
      row.town = add_town (self, oct_sql_text (s, C_TOWN));
      row.postcode = add_text (self, oct_sql_text (s, C_POSTCODE));
      row.head = add_head (self, s);
      read_codes (self, s, &row);
      read_numbers (self, s, &row);
      g_array_append_val (self->rows, row);
      if (self->rows->len % 8192 == 0 && !report (self, 0.4, error))
        return FALSE;
    }

  if (code != SQLITE_DONE)
    {
      oct_sql_set_error (error, self->db, code, _("The register could not be read"));
      return FALSE;
    }
  if (self->rows->len >= OCT_INDEX_MAX_ROWS)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
                   _("A register of more than %u establishments can’t be indexed."),
                   OCT_INDEX_MAX_ROWS - 1);
      return FALSE;
    }

  return TRUE;
}

typedef struct
{
  guint64 head; /* the first bytes of the key, so that most comparisons are of one number */
  const char *key;
  guint32 row;
} NameKey;

static int
compare_names (const void *a, const void *b)
{
  const NameKey *left = a;
  const NameKey *right = b;
  int order;

  if (left->head != right->head)
    return left->head < right->head ? -1 : 1;

  order = strcmp (left->key, right->key);
  return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

/* Open schools in England come before open ones that the register lists in Wales, and both before the
 * others: that is what a person looks for.
 */
enum
{
  TURN_OPEN,
  TURN_OPEN_WELSH,
  TURN_OTHER,
  N_TURNS
};

static int
turn_of (const OctIndexRow *row)
{
  if (!oct_status_is_open (row->codes[OCT_FACET_STATUS]))
    return TURN_OTHER;

  return row->codes[OCT_FACET_TYPE_GROUP] == OCT_TYPE_GROUP_WELSH ? TURN_OPEN_WELSH : TURN_OPEN;
}

/* Names in order by their folded form; rows then follow in their turns. */
static void
put_in_order (Builder *self)
{
  guint n = self->rows->len;
  g_autofree NameKey *keys = g_new (NameKey, MAX (n, 1));
  g_autoptr (GString) folded = g_string_sized_new (n * 32);
  g_autofree guint *offsets = g_new (guint, MAX (n, 1));
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (OctIndexRow), n);

  for (guint i = 0; i < n; i++)
    {
      const OctIndexRow *row = &g_array_index (self->rows, OctIndexRow, i);

      offsets[i] = (guint) folded->len;
      oct_fold_append (folded, self->texts->str + row->name, -1, NULL);
      g_string_append_c (folded, '\0');
    }
  for (guint i = 0; i < n; i++)
    {
      const guint8 *key = (const guint8 *) folded->str + offsets[i];
      guint64 head = 0;

      for (int byte = 0, ended = 0; byte < 8; byte++)
        {
          ended |= key[byte] == '\0';
          head = (head << 8) | (ended ? 0 : key[byte]);
        }
      keys[i] = (NameKey) { head, (const char *) key, i };
    }
  qsort (keys, n, sizeof *keys, compare_names);

  for (int turn = 0; turn < N_TURNS; turn++)
    for (guint i = 0; i < n; i++)
      {
        OctIndexRow *row = &g_array_index (self->rows, OctIndexRow, keys[i].row);

        row->name_rank = i;
        if (turn_of (row) == turn)
          g_array_append_vals (ordered, row, 1);
      }

  g_array_unref (self->rows);
  self->rows = ordered;
}

typedef struct
{
  char *folded;
  guint16 code;
} LabelKey;

static int
compare_labels (const void *a, const void *b)
{
  const LabelKey *left = a;
  const LabelKey *right = b;
  int order = strcmp (left->folded, right->folded);

  return order != 0 ? order : (left->code > right->code) - (left->code < right->code);
}

static gboolean
has_own_order (int coded)
{
  return coded == OCT_FACET_PHASE || coded == OCT_FACET_TYPE_GROUP || coded == OCT_FACET_STATUS
         || coded == OCT_FACET_SIZE_BAND || coded == OCT_FACET_FSM_BAND;
}

/* Renumbers a dictionary so that the order of its codes is that of its labels. */
static void
sort_dictionary (Builder *self, int coded)
{
  Dictionary *dictionary = &self->coded[coded];
  guint n = dictionary->keys->len;
  g_autofree LabelKey *labels = g_new (LabelKey, MAX (n, 1));
  g_autofree guint16 *new_code = g_new (guint16, MAX (n, 1));
  GPtrArray *new_keys = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *new_labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    labels[i] = (LabelKey) { oct_fold (g_ptr_array_index (dictionary->labels, i)), (guint16) i };
  qsort (labels, n, sizeof *labels, compare_labels);

  for (guint i = 0; i < n; i++)
    {
      new_code[labels[i].code] = (guint16) i;
      g_ptr_array_add (new_keys, g_strdup (g_ptr_array_index (dictionary->keys, labels[i].code)));
      g_ptr_array_add (new_labels,
                       g_strdup (g_ptr_array_index (dictionary->labels, labels[i].code)));
      g_free (labels[i].folded);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      OctIndexRow *row = &g_array_index (self->rows, OctIndexRow, i);

      row->codes[coded] = new_code[row->codes[coded]];
    }

  g_hash_table_remove_all (dictionary->ids);
  g_ptr_array_unref (dictionary->keys);
  g_ptr_array_unref (dictionary->labels);
  dictionary->keys = new_keys;
  dictionary->labels = new_labels;
}

static OctIndexWords *
collect_words (Builder *self)
{
  OctIndexWords *words = oct_index_words_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctIndexRow *row = &g_array_index (self->rows, OctIndexRow, i);
      const char *texts = self->texts->str;

      oct_index_words_add (words, i, texts + row->name, OCT_WORD_NAME, 0);
      oct_index_words_add (words, i, texts + row->town, OCT_WORD_TOWN, row->town);
      oct_index_words_add (
        words, i, g_ptr_array_index (self->coded[OCT_FACET_LA].labels, row->codes[OCT_FACET_LA]),
        OCT_WORD_LA, (1u << 30) + row->codes[OCT_FACET_LA]);
      if (row->trust_uid != 0)
        oct_index_words_add (words, i,
                             g_ptr_array_index (self->coded[OCT_FACET_TRUST].labels,
                                                row->codes[OCT_FACET_TRUST]),
                             OCT_WORD_TRUST, (1u << 31) + row->codes[OCT_FACET_TRUST]);
      oct_index_words_add (words, i, texts + row->head, OCT_WORD_HEAD, 0);
      oct_index_words_add (words, i, texts + row->postcode, OCT_WORD_CODE, 0);
      oct_index_words_add_joined (words, i, texts + row->postcode, OCT_WORD_CODE);
    }
  oct_index_words_finish (words);

  return words;
}

/* Row sections are numbers that lie in the row in the order of the sections. */
static void
write_row_sections (Builder *self, OctIndexFile *file)
{
  guint n = self->rows->len;
  g_autofree guint32 *column = g_new (guint32, MAX (n, 1));

  for (int section = 0; section < OCT_N_ROW_SECTIONS; section++)
    {
      if (section == OCT_SECTION_BY_URN)
        oct_index_sort_by_urn (self->rows, column);
      else
        for (guint i = 0; i < n; i++)
          column[i] = oct_index_row_number (&g_array_index (self->rows, OctIndexRow, i), section);
      oct_index_file_put (file, section, column, n * sizeof *column);
    }
}

static void
write_codes (Builder *self, OctIndexFile *file)
{
  guint n = self->rows->len;
  g_autofree guint16 *codes = g_new (guint16, MAX (n * OCT_N_CODED, 1));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint coded = 0; coded < OCT_N_CODED; coded++)
    {
      Dictionary *dictionary = &self->coded[coded];

      for (guint i = 0; i < n; i++)
        codes[coded * n + i] = g_array_index (self->rows, OctIndexRow, i).codes[coded];

      oct_index_file_set_values (file, coded, values->len / 2, dictionary->keys->len);
      for (guint i = 0; i < dictionary->keys->len; i++)
        {
          guint32 pair[] = { add_text (self, g_ptr_array_index (dictionary->keys, i)),
                             add_text (self, g_ptr_array_index (dictionary->labels, i)) };

          g_array_append_vals (values, pair, 2);
        }
    }

  oct_index_file_put (file, OCT_SECTION_CODES, codes, (gsize) n * OCT_N_CODED * sizeof *codes);
  oct_index_file_put (file, OCT_SECTION_VALUES, values->data, values->len * sizeof (guint32));
}

static gboolean
write_file (Builder *self, const char *path, OctIndexWords *words, guint64 *digest, GError **error)
{
  OctIndexFile *file = oct_index_file_new (self->rows->len, oct_index_derive_as_at (self->derive));

  write_row_sections (self, file);
  write_codes (self, file);
  oct_index_words_write (words, file, self->texts);
  oct_index_file_put (file, OCT_SECTION_TEXTS, self->texts->str, self->texts->len);

  return oct_index_file_save (file, path, digest, error);
}

static void
builder_clear (Builder *self)
{
  g_array_unref (self->rows);
  g_string_free (self->texts, TRUE);
  g_hash_table_unref (self->towns);
  for (int i = 0; i < OCT_N_CODED; i++)
    {
      g_hash_table_unref (self->coded[i].ids);
      g_ptr_array_unref (self->coded[i].keys);
      g_ptr_array_unref (self->coded[i].labels);
    }
  oct_index_derive_free (self->derive);
}

/**
 * oct_index_build:
 * @db: a register
 * @path: where the index goes
 * @digest: (out): of its content
 * @progress: (nullable): told how far it is; %FALSE from it cancels
 * @data: for @progress
 * @error: return location
 *
 * Returns: %TRUE when the index is on the disk
 */
gboolean
oct_index_build (sqlite3 *db, const char *path, guint64 *digest, OctIndexProgress progress,
                 gpointer data, GError **error)
{
  Builder self = { .db = db, .progress = progress, .data = data };
  gboolean done = FALSE;

  self.rows = g_array_sized_new (FALSE, FALSE, sizeof (OctIndexRow), 1 << 16);
  self.texts = g_string_sized_new (1 << 22);
  g_string_append_c (self.texts, '\0');
  self.towns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  begin_dictionaries (&self);
  self.derive = oct_index_derive_new (db, error);

  if (self.derive != NULL && report (&self, 0.0, error) && read_rows (&self, error))
    {
      OctIndexWords *words;

      put_in_order (&self);
      for (int i = 0; i < OCT_N_CODED; i++)
        if (!has_own_order (i))
          sort_dictionary (&self, i);
      words = collect_words (&self);
      done = report (&self, 0.8, error) && write_file (&self, path, words, digest, error);
      oct_index_words_free (words);
    }

  builder_clear (&self);
  return done;
}
