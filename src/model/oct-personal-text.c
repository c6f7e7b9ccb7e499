/* Words and numbers of records about one person; see the header. */

#include "oct-personal-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-fold.h"

/* In folded form, at the beginning of a word; "disciplinary" alone may be a policy. */
static const char *const staff_phrases[] = {
  "disciplinary hearing",  "disciplinary investigation",
  "disciplinary outcome",  "disciplinary case",
  "capability hearing",    "capability meeting",
  "capability procedure",  "capability plan",
  "grievance hearing",     "grievance against",
  "grievance from",        "grievance outcome",
  "settlement agreement",  "occupational health report",
  "sickness meeting",      "sick note",
  "final written warning", "first written warning",
  "formal warning",        "support plan for mr",
  "support plan for mrs",  "support plan for ms",
  "lado referral",         "fit note",
};

static const char *const pupil_phrases[] = {
  "child protection plan",
  "child protection file",
  "child in need plan",
  "ehcp for",
  "ehc plan for",
  "safeguarding referral",
  "safeguarding file",
  "cpoms",
  "myconcern",
  "exclusion letter",
  "suspension letter",
  "pupil file",
  "permanently excluded pupil",
  "date of birth",
  "medical record",
  "social worker report",
};

static gboolean
has_phrase (const char *folded, const char *const *phrases, guint n)
{
  g_autofree char *spaced = g_strconcat (" ", folded, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *phrase = g_strconcat (" ", phrases[i], NULL);
      const char *found = strstr (spaced, phrase);

      for (; found != NULL; found = strstr (found + 1, phrase))
        if (!g_ascii_isalnum (found[strlen (phrase)]) || found[strlen (phrase)] == 's')
          return TRUE;
    }

  return FALSE;
}

/* A unique pupil number is a letter, eleven digits and a digit or a letter; a National Insurance
 * number is two letters, six digits and a letter from A to D. */
static gboolean
has_number (const char *text)
{
  static GRegex *regex;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("\\b(?:[A-HJ-NP-RT-Z]\\d{11}[0-9A-Z]"
                           "|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
                           " ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D])\\b",
                           G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  return g_utf8_validate (text, -1, NULL) && g_regex_match (regex, text, 0, NULL);
}

/**
 * oct_text_looks_personal:
 * @text: (nullable): free text, or the name of a file
 *
 * Returns: what kind of record about a person it looks like
 */
OctPersonalText
oct_text_looks_personal (const char *text)
{
  g_autofree char *spaced = NULL;
  g_autofree char *folded = NULL;

  if (text == NULL)
    return OCT_PERSONAL_NONE;
  /* Folding drops full stops, and a file's extension must not grow on to its last word. */
  spaced = g_strdelimit (g_strdup (text), ".", ' ');
  folded = oct_fold (spaced);
  if (has_number (text))
    return OCT_PERSONAL_NUMBER;
  if (has_phrase (folded, pupil_phrases, G_N_ELEMENTS (pupil_phrases)))
    return OCT_PERSONAL_PUPIL;
  if (has_phrase (folded, staff_phrases, G_N_ELEMENTS (staff_phrases)))
    return OCT_PERSONAL_STAFF_CASE;

  return OCT_PERSONAL_NONE;
}

/**
 * oct_personal_text_to_warning:
 * @kind: what a text looks like
 *
 * Returns: (transfer none) (nullable): what to say beside it
 */
const char *
oct_personal_text_to_warning (OctPersonalText kind)
{
  switch (kind)
    {
    case OCT_PERSONAL_STAFF_CASE:
      return _("This looks like a case about a member of staff. Such records belong in the "
               "personnel file, not here.");
    case OCT_PERSONAL_PUPIL:
      return _("This looks like a record about a pupil. Such records belong in the pupil’s file, "
               "not here.");
    case OCT_PERSONAL_NUMBER:
      return _("This holds a number that identifies one person. Leave it out unless you need it.");
    case OCT_PERSONAL_NONE:
    default:
      return NULL;
    }
}
