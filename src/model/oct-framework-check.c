/* What a framework has to fulfil before anybody judges by it.
 *
 * The first thing found wrong is told, with the place and what to do about it: the same words serve
 * the editor, which shows them beside its button, and a file that somebody made by hand.
 */
#include "oct-framework-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"
#include "oct-fold.h"
#include "oct-framework-draft.h"

/* A short name stands in a sector of the octant. */
#define MAX_SHORT_NAME 24
#define MAX_EXCERPT 30

typedef enum
{
  TEXT_OPTIONAL = 0,
  TEXT_REQUIRED = 1 << 0,
  TEXT_IS_QUESTION = 1 << 1,
} TextRules;

static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, OCT_ERROR, OCT_ERROR_RULE, message);
  g_free (message);
  return FALSE;
}

static char *
make_excerpt (const char *text)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_EXCERPT)
    return g_strdup (text);
  beginning = g_utf8_substring (text, 0, MAX_EXCERPT - 1);
  return g_strconcat (beginning, "…", NULL);
}

/* Texts are shown as they are: ends of line may stand in them, other control characters may not. */
static gboolean
has_control_characters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* U+202A to U+202E and U+2066 to U+2069 turn the direction of what follows. */
      if ((g_unichar_iscntrl (c) && c != '\n') || (c >= 0x202A && c <= 0x202E)
          || (c >= 0x2066 && c <= 0x2069))
        return TRUE;
    }
  return FALSE;
}

/* @ask is what to do where a required text is missing: a sentence with one %s for the place. */
static gboolean
check_text (const char *where, const char *text, glong max, TextRules rules, const char *ask,
            GError **error)
{
  g_autofree char *excerpt = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (error, g_strdup_printf (_("%s: one of its texts is not UTF-8. Write it again."),
                                           where));
  if (text[0] == '\0')
    {
      if ((rules & TEXT_REQUIRED) == 0)
        return TRUE;
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE, "%s: %s", where, ask);
      return FALSE;
    }

  excerpt = make_excerpt (text);
  if (has_control_characters (text))
    return refuse (error, g_strdup_printf (_("%s: “%s” holds characters that can’t be shown. Write "
                                             "it again."),
                                           where, excerpt));
  if (g_utf8_strlen (text, -1) > max)
    return refuse (error, g_strdup_printf (_("%s: shorten “%s” to at most %ld characters."), where,
                                           excerpt, max));
  if ((rules & TEXT_IS_QUESTION) != 0 && !g_str_has_suffix (text, "?"))
    return refuse (error, g_strdup_printf (_("%s: end “%s” with a question mark, or ask it in "
                                             "another way."),
                                           where, excerpt));
  return TRUE;
}

/* Whether @key can name something for good: small ASCII letters, digits and hyphens. */
gboolean
oct_framework_check_key (const char *where, const char *key, GError **error)
{
  gsize length = strlen (key);
  g_autofree char *excerpt = NULL;

  if (length > 0 && length <= OCT_FRAMEWORK_MAX_KEY && key[0] != '-' && key[length - 1] != '-'
      && strspn (key, "abcdefghijklmnopqrstuvwxyz0123456789-") == length)
    return TRUE;

  excerpt = g_utf8_validate (key, -1, NULL) ? make_excerpt (key) : g_strdup ("");
  return refuse (error, g_strdup_printf (_("%s: “%s” can’t be a key. Use up to %d small letters, "
                                           "digits and hyphens, beginning and ending without a "
                                           "hyphen."),
                                         where, excerpt, OCT_FRAMEWORK_MAX_KEY));
}

/* A name, which has to be there. */
gboolean
oct_framework_check_name (const char *where, const char *name, GError **error)
{
  return check_text (where, name, OCT_FRAMEWORK_MAX_NAME, TEXT_REQUIRED, _("give it a name."),
                     error);
}

/* A longer text, which may be blank. */
gboolean
oct_framework_check_note (const char *where, const char *note, GError **error)
{
  return check_text (where, note, OCT_FRAMEWORK_MAX_TEXT, TEXT_OPTIONAL, NULL, error);
}

/* Two names are the same also where only case, accents or marks differ. @where names the place in
 * which they are to differ. */
static gboolean
add_unique (GHashTable *seen, const char *where, const char *name, GError **error)
{
  if (g_hash_table_add (seen, oct_fold (name)))
    return TRUE;
  return refuse (error, g_strdup_printf (_("%s: “%s” is there twice. Give one of them another "
                                           "name, or retire it."),
                                         where, name));
}

static gboolean
add_unique_key (GHashTable *seen, const char *where, const char *key, GError **error)
{
  if (g_hash_table_add (seen, g_strdup (key)))
    return TRUE;
  return refuse (error, g_strdup_printf (_("%s: the key “%s” is there twice. Give one of them "
                                           "another key."),
                                         where, key));
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
check_length (const char *where, const GPtrArray *items, GError **error)
{
  if (items->len <= OCT_FRAMEWORK_MAX_ITEMS)
    return TRUE;
  return refuse (error, g_strdup_printf (_("%s: this list has %u entries; %d is the most. Remove "
                                           "some, or begin another framework."),
                                         where, items->len, OCT_FRAMEWORK_MAX_ITEMS));
}

static gboolean
check_stage (const OctStage *stage, GError **error)
{
  g_autofree char *where = g_strdup_printf (_("Stage “%s”"), stage->key);

  return oct_framework_check_key (_("Stages"), stage->key, error)
         && check_text (where, stage->name, OCT_FRAMEWORK_MAX_NAME, TEXT_REQUIRED,
                        _("give it a name."), error)
         && check_text (where, stage->meaning, OCT_FRAMEWORK_MAX_TEXT, TEXT_REQUIRED,
                        _("say what it means."), error);
}

static gboolean
check_stages (OctFramework *self, GError **error)
{
  g_autoptr (GHashTable) keys = new_set ();
  g_autoptr (GHashTable) names = new_set ();
  guint n_in_use = 0;

  if (!check_length (_("Stages"), self->stages, error))
    return FALSE;
  for (guint i = 0; i < self->stages->len; i++)
    {
      const OctStage *stage = self->stages->pdata[i];

      if (!check_stage (stage, error) || !add_unique_key (keys, _("Stages"), stage->key, error))
        return FALSE;
      if (stage->retired)
        continue;
      n_in_use++;
      if (!add_unique (names, _("Stages"), stage->name, error))
        return FALSE;
    }

  if (n_in_use >= OCT_FRAMEWORK_MIN_STAGES && n_in_use <= OCT_FRAMEWORK_MAX_STAGES)
    return TRUE;
  return refuse (error,
                 g_strdup_printf (_("Stages: %u are in use. Have %d at least and %d at most; "
                                    "add or retire some."),
                                  n_in_use, OCT_FRAMEWORK_MIN_STAGES, OCT_FRAMEWORK_MAX_STAGES));
}

static gboolean
check_aspect (const char *element, const OctAspect *aspect, GError **error)
{
  /* Translators: the first is the name of an element, the second of an aspect of it. */
  g_autofree char *where = g_strdup_printf (_("%s, aspect “%s”"), element, aspect->key);

  return oct_framework_check_key (element, aspect->key, error)
         && check_text (where, aspect->name, OCT_FRAMEWORK_MAX_NAME, TEXT_REQUIRED,
                        _("give it a name."), error)
         && check_text (where, aspect->question, OCT_FRAMEWORK_MAX_TEXT,
                        TEXT_REQUIRED | TEXT_IS_QUESTION, _("write a question to ask yourselves."),
                        error)
         && (aspect->group == NULL
             || check_text (where, aspect->group, OCT_FRAMEWORK_MAX_NAME, TEXT_OPTIONAL, NULL,
                            error))
         && check_text (where, aspect->source, OCT_FRAMEWORK_MAX_TEXT, TEXT_OPTIONAL, NULL, error);
}

static gboolean
check_aspects (const char *where, const OctElement *element, GError **error)
{
  g_autoptr (GHashTable) keys = new_set ();
  g_autoptr (GHashTable) names = new_set ();

  if (!check_length (where, element->aspects, error))
    return FALSE;
  for (guint i = 0; i < element->aspects->len; i++)
    {
      const OctAspect *aspect = element->aspects->pdata[i];

      if (!check_aspect (where, aspect, error) || !add_unique_key (keys, where, aspect->key, error))
        return FALSE;
      if (!aspect->retired && !add_unique (names, where, aspect->name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_indicator (const char *element, const OctIndicator *indicator, GError **error)
{
  /* Translators: the first is the name of an element, the second of an indicator of it. */
  g_autofree char *where = g_strdup_printf (_("%s, indicator “%s”"), element, indicator->key);

  return oct_framework_check_key (element, indicator->key, error)
         && check_text (where, indicator->name, OCT_FRAMEWORK_MAX_NAME, TEXT_REQUIRED,
                        _("give it a name."), error)
         && check_text (where, indicator->definition, OCT_FRAMEWORK_MAX_TEXT, TEXT_REQUIRED,
                        _("say what is counted, and out of what."), error)
         && check_text (where, indicator->unit, OCT_FRAMEWORK_MAX_NAME, TEXT_REQUIRED,
                        _("give its unit."), error)
         && check_text (where, indicator->aim, OCT_FRAMEWORK_MAX_NAME, TEXT_OPTIONAL, NULL, error)
         && check_text (where, indicator->published, OCT_FRAMEWORK_MAX_TEXT, TEXT_OPTIONAL, NULL,
                        error);
}

/* An indicator's key stands alone in a workspace, so that it may be there once in all elements. */
static gboolean
check_indicators (const char *where, const OctElement *element, GHashTable *keys, GError **error)
{
  g_autoptr (GHashTable) names = new_set ();

  if (!check_length (where, element->indicators, error))
    return FALSE;
  for (guint i = 0; i < element->indicators->len; i++)
    {
      const OctIndicator *indicator = element->indicators->pdata[i];

      if (!check_indicator (where, indicator, error)
          || !add_unique_key (keys, where, indicator->key, error))
        return FALSE;
      if (!indicator->retired && !add_unique (names, where, indicator->name, error))
        return FALSE;
    }
  return TRUE;
}

/* What one sees in an element at one stage. */
static gboolean
check_descriptor (OctFramework *self, const char *element_name, const OctElement *element, guint i,
                  GError **error)
{
  const OctStage *stage = self->stages->pdata[i];
  gboolean by_schools = !stage->retired && (element->judged & OCT_JUDGED_BY_SCHOOLS) != 0;
  /* Translators: the first is the name of an element, the second of a stage. */
  g_autofree char *where = g_strdup_printf (_("%s, stage “%s”"), element_name, stage->name);

  return check_text (where, element->descriptors[i], OCT_FRAMEWORK_MAX_TEXT,
                     stage->retired ? TEXT_OPTIONAL : TEXT_REQUIRED,
                     _("describe what one sees when it is reached."), error)
         && check_text (where, element->school_descriptors[i], OCT_FRAMEWORK_MAX_TEXT,
                        by_schools ? TEXT_REQUIRED : TEXT_OPTIONAL,
                        _("describe what a school sees when it has reached it."), error);
}

static gboolean
check_descriptors (OctFramework *self, const char *element_name, const OctElement *element,
                   GError **error)
{
  if (g_strv_length (element->descriptors) != self->stages->len
      || g_strv_length (element->school_descriptors) != self->stages->len)
    return refuse (error, g_strdup_printf (_("%s: describe each of the %u stages, one text for "
                                             "each."),
                                           element_name, self->stages->len));
  for (guint i = 0; i < self->stages->len; i++)
    if (!check_descriptor (self, element_name, element, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_judged (const char *where, const OctElement *element, GError **error)
{
  gboolean by_schools = (element->judged & OCT_JUDGED_BY_SCHOOLS) != 0;
  TextRules rules = by_schools ? TEXT_REQUIRED | TEXT_IS_QUESTION : TEXT_IS_QUESTION;

  if ((element->judged & OCT_JUDGED_BY_TRUST) == 0)
    return refuse (error, g_strdup_printf (_("%s: have it judged for the trust. Schools can be "
                                             "asked as well, but not instead."),
                                           where));
  return check_text (where, element->give_question, OCT_FRAMEWORK_MAX_TEXT, rules,
                     _("write what a school is asked about what it gives."), error)
         && check_text (where, element->gain_question, OCT_FRAMEWORK_MAX_TEXT, rules,
                        _("write what a school is asked about what it gains."), error);
}

static gboolean
check_icon (const char *where, const char *icon, GError **error)
{
  g_autofree char *excerpt = NULL;

  if (g_str_has_suffix (icon, "-symbolic") && oct_framework_check_key (where, icon, NULL))
    return TRUE;

  excerpt = make_excerpt (icon);
  return refuse (error, g_strdup_printf (_("%s: “%s” is no symbolic icon. Give the name of one, "
                                           "which ends in “-symbolic”."),
                                         where, excerpt));
}

static gboolean
check_element_texts (const char *where, const OctElement *element, GError **error)
{
  return oct_framework_check_key (where, element->key, error)
         && check_text (where, element->name, OCT_FRAMEWORK_MAX_NAME, TEXT_REQUIRED,
                        _("give it a name."), error)
         && check_text (where, element->short_name, MAX_SHORT_NAME, TEXT_REQUIRED,
                        _("give it a short name for pictures."), error)
         && check_text (where, element->icon, OCT_FRAMEWORK_MAX_KEY, TEXT_REQUIRED,
                        _("give it a symbolic icon."), error)
         && check_icon (where, element->icon, error)
         && check_text (where, element->source, OCT_FRAMEWORK_MAX_TEXT, TEXT_OPTIONAL, NULL, error)
         && check_text (where, element->summary, OCT_FRAMEWORK_MAX_TEXT, TEXT_REQUIRED,
                        _("say in a sentence what it is."), error)
         && check_text (where, element->asks, OCT_FRAMEWORK_MAX_TEXT, TEXT_REQUIRED,
                        _("say what it asks of a trust."), error);
}

static gboolean
check_element (OctFramework *self, const OctElement *element, guint number, GHashTable *indicators,
               GError **error)
{
  g_autofree char *where = g_strdup_printf (_("Element %u"), number);

  if (element->number != number)
    return refuse (error,
                   g_strdup_printf (_("%s: it is numbered %u. Keep the elements in the order "
                                      "of the paper, numbered from 1."),
                                    where, element->number));
  return check_element_texts (where, element, error) && check_judged (where, element, error)
         && check_aspects (where, element, error) && check_descriptors (self, where, element, error)
         && check_indicators (where, element, indicators, error);
}

static gboolean
check_elements (OctFramework *self, GError **error)
{
  g_autoptr (GHashTable) keys = new_set ();
  g_autoptr (GHashTable) names = new_set ();
  g_autoptr (GHashTable) short_names = new_set ();
  g_autoptr (GHashTable) indicators = new_set ();

  if (self->elements->len != OCT_N_ELEMENTS)
    return refuse (error, g_strdup_printf (_("Elements: there are %u. The model has %d; describe "
                                             "each of them."),
                                           self->elements->len, OCT_N_ELEMENTS));
  for (guint i = 0; i < self->elements->len; i++)
    {
      const OctElement *element = self->elements->pdata[i];

      if (!check_element (self, element, i + 1, indicators, error)
          || !add_unique_key (keys, _("Elements"), element->key, error)
          || !add_unique (names, _("Elements"), element->name, error)
          || !add_unique (short_names, _("Elements"), element->short_name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_frame (OctFramework *self, GError **error)
{
  return check_text (_("Framework"), self->name, OCT_FRAMEWORK_MAX_NAME, TEXT_REQUIRED,
                     _("give it a name."), error)
         && check_text (_("Framework"), self->source, OCT_FRAMEWORK_MAX_TEXT, TEXT_OPTIONAL, NULL,
                        error)
         && oct_framework_check_note (_("Framework"), self->guidance, error);
}

/* What is wrong with a framework, first come first told: %OCT_ERROR_RULE, with what to do. */
gboolean
oct_framework_check (OctFramework *self, GError **error)
{
  if (!oct_framework_check_key (_("Framework"), self->key, error))
    return FALSE;
  if (self->version < 1)
    return refuse (error, g_strdup_printf (_("Framework: %d can’t be a version. Number versions "
                                             "from 1."),
                                           self->version));
  return check_frame (self, error) && check_stages (self, error) && check_elements (self, error);
}

/* --- everything that is wrong, for the one who writes --- */

static void
problem_free (gpointer data)
{
  OctFrameworkProblem *problem = data;

  g_free (problem->key);
  g_free (problem->message);
  g_free (problem);
}

/* Takes @error where there is one. */
static void
note_problem (GPtrArray *problems, OctFrameworkPart part, guint element, const char *key,
              GError *error)
{
  OctFrameworkProblem *problem;

  if (error == NULL)
    return;
  problem = g_new0 (OctFrameworkProblem, 1);
  problem->part = part;
  problem->element = element;
  problem->key = g_strdup (key);
  problem->message = g_strdup (error->message);
  g_ptr_array_add (problems, problem);
  g_error_free (error);
}

/* What can be told of each item by itself comes first; what is left, such as a name that is there
 * twice, is told for the list. */
static void
find_in_stages (OctFramework *self, GPtrArray *problems)
{
  guint n_before = problems->len;
  GError *error = NULL;

  for (guint i = 0; i < self->stages->len; i++)
    {
      const OctStage *stage = self->stages->pdata[i];

      check_stage (stage, &error);
      note_problem (problems, OCT_PART_STAGE, 0, stage->key, g_steal_pointer (&error));
    }
  if (problems->len == n_before && !check_stages (self, &error))
    note_problem (problems, OCT_PART_STAGE, 0, "", error);
}

static void
find_in_items (OctFramework *self, const char *where, const OctElement *element,
               GPtrArray *problems)
{
  GError *error = NULL;

  for (guint i = 0; i < element->aspects->len; i++)
    {
      const OctAspect *aspect = element->aspects->pdata[i];

      check_aspect (where, aspect, &error);
      note_problem (problems, OCT_PART_ASPECT, element->number, aspect->key,
                    g_steal_pointer (&error));
    }
  for (guint i = 0; i < self->stages->len; i++)
    {
      check_descriptor (self, where, element, i, &error);
      note_problem (problems, OCT_PART_DESCRIPTOR, element->number,
                    ((const OctStage *) self->stages->pdata[i])->key, g_steal_pointer (&error));
    }
  for (guint i = 0; i < element->indicators->len; i++)
    {
      const OctIndicator *indicator = element->indicators->pdata[i];

      check_indicator (where, indicator, &error);
      note_problem (problems, OCT_PART_INDICATOR, element->number, indicator->key,
                    g_steal_pointer (&error));
    }
}

static void
find_in_element (OctFramework *self, const OctElement *element, GPtrArray *problems)
{
  /* Translators: a short name of an element. */
  g_autofree char *where = g_strdup_printf (_("Element %u"), element->number);
  guint n_before = problems->len;
  GError *error = NULL;

  if (check_element_texts (where, element, &error))
    check_judged (where, element, &error);
  note_problem (problems, OCT_PART_ELEMENT, element->number, "", g_steal_pointer (&error));
  find_in_items (self, where, element, problems);
  if (problems->len > n_before)
    return;
  if (!check_aspects (where, element, &error))
    note_problem (problems, OCT_PART_ASPECT, element->number, "", g_steal_pointer (&error));
  if (!check_length (where, element->indicators, &error))
    note_problem (problems, OCT_PART_INDICATOR, element->number, "", g_steal_pointer (&error));
}

/**
 * oct_framework_find_problems:
 * @self: a framework that is being written
 *
 * Finds what is not ready, one problem for each stage, element, aspect, descriptor and indicator, in
 * the order in which they are read. There is none exactly where the framework can be built.
 *
 * Returns: (transfer full) (element-type OctFrameworkProblem): the problems
 */
GPtrArray *
oct_framework_find_problems (OctFramework *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);
  GError *error = NULL;

  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), problems);

  check_frame (self, &error);
  note_problem (problems, OCT_PART_FRAME, 0, "", g_steal_pointer (&error));
  find_in_stages (self, problems);
  for (guint i = 0; i < self->elements->len; i++)
    find_in_element (self, self->elements->pdata[i], problems);
  if (problems->len == 0 && !oct_framework_check (self, &error))
    note_problem (problems, OCT_PART_FRAME, 0, "", error);
  return problems;
}

/**
 * oct_framework_problem_of:
 * @problems: (element-type OctFrameworkProblem): from oct_framework_find_problems()
 * @part: the kind of thing
 * @element: the number of its element; 0 for the frame and the stages
 * @key: its key; "" for what has none, and for a list as a whole
 *
 * Returns: (transfer none) (nullable): what is wrong with it
 */
const OctFrameworkProblem *
oct_framework_problem_of (GPtrArray *problems, OctFrameworkPart part, guint element,
                          const char *key)
{
  g_return_val_if_fail (problems != NULL && key != NULL, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const OctFrameworkProblem *problem = problems->pdata[i];

      if (problem->part == part && problem->element == element && g_str_equal (problem->key, key))
        return problem;
    }
  return NULL;
}
