/* What an edit changed, in words; see the header. */

#include "oct-edit-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-judgement.h"
#include "oct-plan.h"

/* Of a change, where there is little room. */
#define LONGEST_LINE 300

/* A line of history says what changed; the whole of a long text stands on the page it leads to. */
#define MAX_VALUE 240

static char *
stage_to_text (OctFramework *framework, const char *key)
{
  int index = oct_framework_find_stage (framework, key);

  return g_strdup (index >= 0 ? oct_framework_stage_name (framework, index) : key);
}

static char *
elements_to_text (OctFramework *framework, const char *keys)
{
  g_auto (GStrv) parts = g_strsplit_set (keys, " ,\n", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const OctElement *element = oct_framework_find_element (framework, parts[i]);

      if (*parts[i] != '\0')
        g_ptr_array_add (names, element != NULL ? element->short_name : parts[i]);
    }
  g_ptr_array_add (names, NULL);
  /* Translators: stands between the elements of a list. */
  return g_strjoinv (_(", "), (char **) names->pdata);
}

static char *
aspect_to_text (OctFramework *framework, const char *key)
{
  GPtrArray *elements = oct_framework_get_elements (framework);

  for (guint i = 0; i < elements->len; i++)
    {
      const OctAspect *aspect = oct_element_find_aspect (g_ptr_array_index (elements, i), key);

      if (aspect != NULL)
        return g_strdup (aspect->name);
    }
  return g_strdup (key);
}

static char *
words_to_text (OctFramework *framework, const char *field, const char *value)
{
  g_autofree char *line = NULL;
  OctConfidence confidence;

  if (g_str_equal (field, "confidence") && oct_confidence_from_key (value, &confidence))
    return g_strdup (oct_confidence_to_text (confidence));
  if (g_str_equal (field, "focus") || g_str_equal (field, "element"))
    return elements_to_text (framework, value);
  if (g_str_equal (field, "aspect"))
    return aspect_to_text (framework, value);
  if (g_str_equal (field, "area"))
    return g_strdup (oct_area_to_text (value));
  line = g_strdup (value);
  g_strdelimit (line, "\n\t", ' ');
  if (g_utf8_strlen (line, -1) > MAX_VALUE)
    {
      g_autofree char *start = g_utf8_substring (line, 0, MAX_VALUE);

      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&line);
}

/* Of a plan's records: a choice by its name, a cost in pounds. */
static char *
record_number_to_text (const OctEditChange *change, gint64 number)
{
  const OctRecordField *field = oct_record_kind_find_field (oct_record_kind_find (change->record),
                                                            change->field);
  g_autofree char *pounds = NULL;

  if (field != NULL && field->choices != NULL)
    return g_strdup (oct_choice_to_text (field->choices, (int) number));
  if (number == 0)
    return g_strdup ("");
  if (!g_str_equal (change->field, "cost"))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  pounds = oct_decimal_to_text ((double) number / 100);

  return g_strconcat ("£", pounds, NULL);
}

/* (transfer full): the value as people read it; "" where there was none. @framework: whose words it was
 * made in. */
static char *
value_to_text (OctAssessment *assessment, OctFramework *framework, const OctEditChange *change,
               const char *value)
{
  const OctPerson *person;

  if (value == NULL || *value == '\0')
    return g_strdup ("");
  switch (change->kind)
    {
    case OCT_VALUE_STAGE:
      return stage_to_text (framework, value);
    case OCT_VALUE_PERSON:
      person = oct_assessment_find_person (assessment, value);
      return g_strdup (person != NULL ? oct_person_to_text (person) : _("somebody"));
    case OCT_VALUE_DATE:
      return g_ascii_strtoll (value, NULL, 10) > 0
               ? oct_date_to_text ((OctDate) g_ascii_strtoll (value, NULL, 10))
               : g_strdup ("");
    case OCT_VALUE_FLAG:
      return g_strdup (g_str_equal (value, "0") ? _("no") : _("yes"));
    case OCT_VALUE_DECIMAL:
      return oct_decimal_to_text (g_ascii_strtod (value, NULL));
    case OCT_VALUE_NUMBER:
      if (oct_record_kind_find (change->record) != NULL)
        return record_number_to_text (change, g_ascii_strtoll (value, NULL, 10));
      if (g_str_equal (change->field, "phase"))
        return g_strdup (oct_phase_label ((OctPhase) g_ascii_strtoll (value, NULL, 10)));
      return g_str_has_prefix (value, "-") ? g_strdup ("") : g_strdup (value);
    case OCT_VALUE_TEXT:
    default:
      return words_to_text (framework, change->field, value);
    }
}

/* (transfer full) (nullable): "Stage: Beginning → Embedded"; %NULL where nothing that people read
 * changed. */
static char *
change_to_text (OctAssessment *assessment, OctFramework *framework, const OctEditChange *change)
{
  g_autofree char *before = value_to_text (assessment, framework, change, change->before);
  g_autofree char *after = value_to_text (assessment, framework, change, change->after);
  const char *field = oct_edit_field_to_text (change->record, change->field);

  /* A note is a text among many of its kind; the edit's sentence says what became of it. */
  if (*change->field == '\0' && g_str_equal (change->record, "note"))
    return NULL;
  if (*change->field == '\0')
    return g_strdup (_("Removed"));
  if (g_str_equal (before, after))
    return NULL;
  if (change->kind == OCT_VALUE_STAGE)
    /* Translators: a field, such as "Stage", and what it said before and says now. */
    return g_strdup_printf (_("%s: %s → %s"), field, *before != '\0' ? before : _("not judged"),
                            *after != '\0' ? after : _("not judged"));
  /* That a new record isn't this or that is not worth a line. */
  if (*before == '\0' && change->kind == OCT_VALUE_FLAG && g_strcmp0 (change->after, "0") == 0)
    return NULL;
  if (*before == '\0')
    /* Translators: a field, such as "Reason", and what it says now. */
    return g_strdup_printf (_("%s: %s"), field, after);
  return g_strdup_printf (_("%s: %s → %s"), field, before, *after != '\0' ? after : _("nothing"));
}

/* Whose change it is, where an edit changed several schools; %NULL where that needs no saying. */
static const char *
find_changed_school (OctAssessment *assessment, const OctEditRecord *record,
                     const OctEditChange *change)
{
  const OctOwnSchool *school;

  if (record->subject != NULL || !g_str_equal (change->record, "school"))
    return NULL;
  school = oct_assessment_find_school (assessment, change->record_id);

  return school != NULL ? school->name : NULL;
}

/* Cuts a line off where it would fill a screen. Returns whether it did. */
static gboolean
shorten_line (GString *line)
{
  if (g_utf8_strlen (line->str, (gssize) line->len) <= LONGEST_LINE)
    return FALSE;
  g_string_truncate (line,
                     (gsize) (g_utf8_offset_to_pointer (line->str, LONGEST_LINE) - line->str));
  g_string_append (line, "…");

  return TRUE;
}

/**
 * oct_edit_changes_to_text:
 * @assessment: knows the names of stages, elements and people
 * @record: an edit
 * @n_lines: how many lines of a few hundred letters there is room for, or 0 for all of it
 * @shortened: (out) (optional): whether something was left out
 *
 * Stages, elements and aspects have the names that they had when it was done.
 *
 * Returns: (transfer full): what it changed, a line for each field; may be ""
 */
char *
oct_edit_changes_to_text (OctAssessment *assessment, const OctEditRecord *record, guint n_lines,
                          gboolean *shortened)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean short_of = FALSE;
  guint n = 0;
  OctFramework *framework;

  g_return_val_if_fail (OCT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  framework = oct_assessment_get_framework_at (assessment, record->at);

  for (guint i = 0; i < record->changes->len; i++)
    {
      const OctEditChange *change = g_ptr_array_index (record->changes, i);
      g_autofree char *words = change_to_text (assessment, framework, change);
      const char *school = find_changed_school (assessment, record, change);
      g_autoptr (GString) line = g_string_new (NULL);

      if (words == NULL)
        continue;
      if (n_lines > 0 && n++ == n_lines)
        {
          short_of = TRUE;
          break;
        }
      if (school != NULL)
        /* Translators: a school, and what changed of it: "Oak Primary School, Pupils: 2 → 3". */
        g_string_append_printf (line, _("%s, %s"), school, words);
      else
        g_string_append (line, words);
      if (n_lines > 0 && shorten_line (line))
        short_of = TRUE;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_len (text, line->str, (gssize) line->len);
    }
  if (shortened != NULL)
    *shortened = short_of;

  return g_string_free (g_steal_pointer (&text), FALSE);
}
