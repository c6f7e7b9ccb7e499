/* A practice in words; see the header. */

#include "oct-practice-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-fold.h"
#include "oct-plan-query.h"
#include "oct-support-work.h"
#include "oct-table.h"

/* In the order in which somebody reads who wants to do it. */
static const char *const part_fields[] = {
  "what",    "whom",    "ingredients", "research", "explore",
  "prepare", "deliver", "sustain",     "cost",     "source",
};

GPtrArray *
oct_practice_dup_parts (const OctPractice *practice)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (part_fields); i++)
    {
      const OctRecordField *field = oct_record_kind_find_field (&oct_practice_kind, part_fields[i]);
      const char *text = oct_record_get_text (practice, field);
      OctPracticePart *part;

      if (*text == '\0')
        continue;
      part = g_new0 (OctPracticePart, 1);
      part->field = field->name;
      part->heading = _(field->label);
      part->text = text;
      g_ptr_array_add (parts, part);
    }

  return parts;
}

char *
oct_practice_describe_version (const OctPractice *practice)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("Version %d"), (int) practice->version);
  if (practice->versioned_on != OCT_DATE_UNKNOWN)
    {
      g_autofree char *day = oct_date_to_text (practice->versioned_on);

      g_string_append_printf (text, ", %s", day);
    }
  if (practice->strength != OCT_STRENGTH_NONE)
    {
      g_string_append (text, " · ");
      /* Translators: how strong the research behind a practice is: limited, moderate, extensive. */
      g_string_append_printf (text, _("Strength of evidence: %s"),
                              oct_choice_to_text (oct_strengths, (int) practice->strength));
    }
  if (practice->retired)
    g_string_append_printf (text, " · %s", _("Retired"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
oct_practice_describe_uses (OctPlanBook *book, const char *practice_id)
{
  GPtrArray *uses = oct_plan_book_get_children (book, &oct_practice_use_kind, practice_id);
  guint counts[OCT_PHASE_OF_CHANGE_SUSTAIN + 1] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *mark = ": ";

  if (uses->len == 0)
    return g_strdup (_("Used nowhere yet"));
  for (guint i = 0; i < uses->len; i++)
    {
      const OctPracticeUse *use = g_ptr_array_index (uses, i);

      counts[use->phase]++;
    }
  g_string_append_printf (text, ngettext ("Used in %u school", "Used in %u schools", uses->len),
                          uses->len);
  for (int i = OCT_PHASE_OF_CHANGE_EXPLORE; i <= OCT_PHASE_OF_CHANGE_SUSTAIN; i++)
    {
      if (counts[i] == 0)
        continue;
      g_string_append_printf (text, "%s%s %u", mark, oct_choice_to_text (oct_phases_of_change, i),
                              counts[i]);
      mark = ", ";
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Empty lines set parts apart, so a part has none inside. */
static void
append_part (GString *text, const char *heading, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  g_string_append_printf (text, "\n%s\n", heading);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_string_append_printf (text, "%s\n", lines[i]);
    }
}

char *
oct_practice_to_text (OctAssessment *assessment, const OctPractice *practice)
{
  g_autoptr (GPtrArray) parts = oct_practice_dup_parts (practice);
  g_autofree char *version = oct_practice_describe_version (practice);
  const OctPerson *contact = oct_assessment_find_person (assessment, practice->contact_id);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n", practice->title, version);
  for (guint i = 0; i < parts->len; i++)
    {
      const OctPracticePart *part = g_ptr_array_index (parts, i);

      append_part (text, part->heading, part->text);
    }
  if (contact != NULL)
    append_part (text, _("Contact"), oct_person_to_text (contact));

  return g_string_free (text, FALSE);
}

static void
append_use (GString *text, OctAssessment *assessment, OctPlanBook *book, const OctPracticeUse *use)
{
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind, use->objective_id);

  g_string_append_printf (text, "%s: %s\n", oct_support_school_name (assessment, use->school_id),
                          oct_choice_to_text (oct_phases_of_change, (int) use->phase));
  if (objective != NULL)
    {
      g_autofree char *words = oct_objective_to_text (objective);

      /* Translators: an objective. */
      g_string_append_printf (text, _("Serves %s"), words);
      g_string_append_c (text, '\n');
    }
  if (*use->outcome != '\0')
    {
      /* Translators: what came of it. */
      g_string_append_printf (text, _("What came of it: %s"), use->outcome);
      g_string_append_c (text, '\n');
    }
}

char *
oct_practice_to_document (OctAssessment *assessment, OctPlanBook *book, const OctPractice *practice)
{
  GPtrArray *uses = oct_plan_book_get_children (book, &oct_practice_use_kind, practice->record.id);
  g_autofree char *words = oct_practice_to_text (assessment, practice);
  GString *text = g_string_new (words);

  if (uses->len > 0)
    g_string_append_printf (text, "\n%s\n", _("Who uses it"));
  for (guint i = 0; i < uses->len; i++)
    append_use (text, assessment, book, g_ptr_array_index (uses, i));

  return g_string_free (text, FALSE);
}

/* --- searching --- */

/* Folded texts begin each word after a space; so does a word that is looked for. */
static gboolean
has_word (const char *folded, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = folded; (at = strstr (at, word)) != NULL; at += length)
    {
      if (at == folded || at[-1] == ' ')
        return TRUE;
    }

  return FALSE;
}

gboolean
oct_practice_matches (OctPlanBook *book, const OctPractice *practice, const char *words)
{
  g_autofree char *wanted = oct_fold (words != NULL ? words : "");
  g_auto (GStrv) list = g_strsplit (wanted, " ", -1);
  g_autoptr (GString) all = g_string_new (practice->title);
  GPtrArray *uses = oct_plan_book_get_children (book, &oct_practice_use_kind, practice->record.id);
  g_autofree char *folded = NULL;

  for (const OctRecordField *field = oct_practice_kind.fields; field->name != NULL; field++)
    {
      if (field->type == OCT_RECORD_TEXT)
        g_string_append_printf (all, " %s", oct_record_get_text (practice, field));
    }
  for (guint i = 0; i < uses->len; i++)
    g_string_append_printf (all, " %s",
                            ((const OctPracticeUse *) g_ptr_array_index (uses, i))->outcome);
  folded = oct_fold (all->str);
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (*list[i] != '\0' && !has_word (folded, list[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_element (OctPlanBook *book, const char *objective_id, const char *element)
{
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind, objective_id);

  return objective != NULL && g_str_equal (objective->element, element);
}

gboolean
oct_practice_is_of_element (OctPlanBook *book, const OctPractice *practice, const char *element)
{
  GPtrArray *uses = oct_plan_book_get_children (book, &oct_practice_use_kind, practice->record.id);

  if (g_strcmp0 (practice->element, element) == 0
      || has_element (book, practice->from_objective_id, element))
    return TRUE;
  for (guint i = 0; i < uses->len; i++)
    {
      const OctPracticeUse *use = g_ptr_array_index (uses, i);

      if (has_element (book, use->objective_id, element))
        return TRUE;
    }

  return FALSE;
}

/* --- as a table --- */

static const OctTableColumn columns[] = {
  { N_("Title"), OCT_CELL_TEXT, 30 },
  { N_("Version"), OCT_CELL_INTEGER, 8 },
  { N_("Date"), OCT_CELL_DATE, 12 },
  { N_("Strength of evidence"), OCT_CELL_TEXT, 14 },
  { N_("What"), OCT_CELL_TEXT, 40 },
  { N_("For whom"), OCT_CELL_TEXT, 30 },
  { N_("Active ingredients"), OCT_CELL_TEXT, 40 },
  { N_("Research"), OCT_CELL_TEXT, 40 },
  { N_("Explore"), OCT_CELL_TEXT, 30 },
  { N_("Prepare"), OCT_CELL_TEXT, 30 },
  { N_("Deliver"), OCT_CELL_TEXT, 30 },
  { N_("Sustain"), OCT_CELL_TEXT, 30 },
  { N_("Cost"), OCT_CELL_TEXT, 16 },
  { N_("Contact"), OCT_CELL_TEXT, 20 },
  { N_("Taken over from"), OCT_CELL_TEXT, 24 },
  { N_("Uses"), OCT_CELL_TEXT, 40 },
};

typedef struct
{
  OctAssessment *assessment;
  OctPlanBook *book;
  GPtrArray *practices;
  char *text; /* of the cell that was asked for last */
} Source;

static void
text_cell (Source *source, const OctPractice *practice, guint column, OctCell *cell)
{
  const char *const texts[] = { practice->title,
                                NULL,
                                NULL,
                                NULL,
                                practice->what,
                                practice->whom,
                                practice->ingredients,
                                practice->research,
                                practice->explore,
                                practice->prepare,
                                practice->deliver,
                                practice->sustain,
                                practice->cost,
                                NULL,
                                practice->source,
                                NULL };
  const OctPerson *contact = oct_assessment_find_person (source->assessment, practice->contact_id);

  g_clear_pointer (&source->text, g_free);
  if (texts[column] != NULL)
    cell->text = texts[column];
  else if (column == 3)
    cell->text = oct_choice_to_text (oct_strengths, (int) practice->strength);
  else if (column == 13)
    cell->text = contact != NULL ? oct_person_to_text (contact) : "";
  else
    cell->text = source->text = oct_practice_describe_uses (source->book, practice->record.id);
  cell->missing = *cell->text == '\0';
}

static void
practice_cell (gpointer data, guint row, guint column, OctCell *cell)
{
  Source *source = data;
  const OctPractice *practice = g_ptr_array_index (source->practices, row);

  *cell = (OctCell) { 0 };
  if (column == 1)
    cell->number = (double) practice->version;
  else if (column == 2)
    {
      cell->date = practice->versioned_on;
      cell->missing = practice->versioned_on == OCT_DATE_UNKNOWN;
    }
  else
    text_cell (source, practice, column, cell);
}

GBytes *
oct_practices_to_csv (OctAssessment *assessment, OctPlanBook *book, GPtrArray *practices)
{
  Source source = { assessment, book, practices, NULL };
  OctTableColumn translated[G_N_ELEMENTS (columns)];
  OctTable table = { .name = _("Practices"),
                     .columns = translated,
                     .n_columns = G_N_ELEMENTS (columns),
                     .n_rows = practices->len,
                     .cell = practice_cell,
                     .source = &source };
  GBytes *bytes;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      translated[i] = columns[i];
      translated[i].label = _(columns[i].label);
    }
  bytes = oct_table_to_csv (&table, TRUE);
  g_free (source.text);

  return bytes;
}
