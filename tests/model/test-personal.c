/* A person's name is found in the ways people write it and in no other; records about one person are
 * noticed, and the words of a trust's judgement aren't. */
#include <string.h>

#include "oct-name-pattern.h"
#include "oct-personal-text.h"

static const char *const names[] = { "Zoë Quennell-Thrupp", "Zoe Quennell", NULL };

static void
test_found (void)
{
  const char *const written[] = {
    "Zoë Quennell-Thrupp led it",
    "led by ZOE QUENNELL THRUPP",
    "Zoë Quennell’s plan",
    "Zoë Quennell's",
    "zoe.quennell@example.org",
    "ZoeQuennell.pdf",
    "2026_zoe_quennell_notes",
    "(Zoe  Quennell)",
    "Zoe\nQuennell",
    "by Zoe Quennell.Then",
  };
  g_autoptr (OctNamePattern) pattern = oct_name_pattern_new (names);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *without = oct_name_pattern_replace (pattern, written[i], "[…]");

      g_test_message ("%s", written[i]);
      g_assert_true (oct_name_pattern_matches (pattern, written[i]));
      g_assert_nonnull (strstr (without, "[…]"));
      g_assert_false (oct_name_pattern_matches (pattern, without));
    }
}

static void
test_not_found (void)
{
  const char *const written[] = { "Zoe Quennells", "Azoe Quennell", "Zoe and Quennell", "Zoe", "" };
  g_autoptr (OctNamePattern) pattern = oct_name_pattern_new (names);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_assert_false (oct_name_pattern_matches (pattern, written[i]));
      g_assert_null (oct_name_pattern_replace (pattern, written[i], "x"));
    }
  g_assert_false (oct_name_pattern_matches (pattern, NULL));
}

static void
test_replaced (void)
{
  g_autoptr (OctNamePattern) pattern = oct_name_pattern_new (names);
  g_autofree char *text = oct_name_pattern_replace (
    pattern, "Zoe Quennell met Zoë Quennell-Thrupp’s team; Zoe Quennell agreed.", "the head");

  g_assert_cmpstr (text, ==, "the head met the head’s team; the head agreed.");
}

static void
test_empty (void)
{
  const char *const nothing[] = { "", "x", "…", NULL };
  g_autoptr (OctNamePattern) pattern = oct_name_pattern_new (nothing);

  g_assert_true (oct_name_pattern_is_empty (pattern));
  g_assert_false (oct_name_pattern_matches (pattern, "x marks the spot"));
}

static void
test_bytes (void)
{
  const char text[] = "\x01\xff binary \xfe Zoe Quennell \x00 more";
  g_autoptr (OctNamePattern) pattern = oct_name_pattern_new (names);
  gsize size;
  g_autofree char *little = g_convert ("a Zoë Quennell b", -1, "UTF-16LE", "UTF-8", NULL, &size,
                                       NULL);
  g_autofree char *big = g_convert ("a Zoë Quennell b", -1, "UTF-16BE", "UTF-8", NULL, NULL, NULL);

  g_assert_true (oct_name_pattern_matches_bytes (pattern, (const guint8 *) text, sizeof text));
  g_assert_true (oct_name_pattern_matches_bytes (pattern, (const guint8 *) little, size));
  g_assert_true (oct_name_pattern_matches_bytes (pattern, (const guint8 *) big, size));
  g_assert_false (oct_name_pattern_matches_bytes (pattern, (const guint8 *) big, 0));
  g_assert_false (oct_name_pattern_matches_bytes (pattern, (const guint8 *) text, 12));
}

static void
test_records (void)
{
  g_assert_cmpint (oct_text_looks_personal ("Disciplinary hearing.txt"), ==,
                   OCT_PERSONAL_STAFF_CASE);
  g_assert_cmpint (oct_text_looks_personal ("Disciplinary_Hearing-notes.docx"), ==,
                   OCT_PERSONAL_STAFF_CASE);
  g_assert_cmpint (oct_text_looks_personal ("Notes of two capability meetings"), ==,
                   OCT_PERSONAL_STAFF_CASE);
  g_assert_cmpint (oct_text_looks_personal ("EHCP for a boy in year 3"), ==, OCT_PERSONAL_PUPIL);
  g_assert_cmpint (oct_text_looks_personal ("Date of birth: 1 May 2015"), ==, OCT_PERSONAL_PUPIL);
  g_assert_cmpint (oct_text_looks_personal ("Pupil A12345678901B"), ==, OCT_PERSONAL_NUMBER);
  g_assert_cmpint (oct_text_looks_personal ("NI: QQ 12 34 56 C"), ==, OCT_PERSONAL_NONE);
  g_assert_cmpint (oct_text_looks_personal ("NI: AB 12 34 56 C"), ==, OCT_PERSONAL_NUMBER);
  g_assert_nonnull (oct_personal_text_to_warning (OCT_PERSONAL_PUPIL));
}

/* What leaders really write: the warning must not become noise. */
static void
test_judgements (void)
{
  const char *const usual[] = {
    "All schools follow the disciplinary policy.",
    "Staff capability and capacity have grown since September.",
    "Suspensions fell by a third; exclusions are rare.",
    "Pupils with an EHCP attend as often as others.",
    "The safeguarding audit found no gaps.",
    "Grievances are few, and the sickness rate is falling.",
    "URN 123456, UID 16543, phone 01632 960123",
    "Ofsted report 2025.pdf",
    "Build capability and capacity: six leaders trained",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_test_message ("%s", usual[i]);
      g_assert_cmpint (oct_text_looks_personal (usual[i]), ==, OCT_PERSONAL_NONE);
    }
  g_assert_cmpint (oct_text_looks_personal (NULL), ==, OCT_PERSONAL_NONE);
  g_assert_null (oct_personal_text_to_warning (OCT_PERSONAL_NONE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/name/is found as people write it", test_found);
  g_test_add_func ("/model/name/is not found in other words", test_not_found);
  g_test_add_func ("/model/name/is replaced everywhere in a text", test_replaced);
  g_test_add_func ("/model/name/of one letter finds nothing", test_empty);
  g_test_add_func ("/model/name/is found in bytes of a file", test_bytes);
  g_test_add_func ("/model/personal/records about a person are noticed", test_records);
  g_test_add_func ("/model/personal/judgements are not", test_judgements);

  return g_test_run ();
}
