/* The register's words and codes become the program's, keys are unique, and each group is counted
 * where the definition of the national figures says.
 */
#include "oct-field.h"
#include "oct-vocabulary.h"

typedef const char *(*WordAt) (int value);

static const char *
phase_key (int value)
{
  return oct_phase_key ((OctPhase) value);
}

static const char *
type_group_key (int value)
{
  return oct_type_group_key ((OctTypeGroup) value);
}

static const char *
status_key (int value)
{
  return oct_status_key ((OctStatus) value);
}

static const char *
facet_key (int value)
{
  return oct_facet_key ((OctFacet) value);
}

static const char *
change_key (int value)
{
  return oct_change_kind_key ((OctChangeKind) value);
}

static const char *
field_name (int value)
{
  return oct_field_name ((OctField) value);
}

/* Every value has a key of its own. */
static void
assert_distinct (WordAt word_at, int n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < n; i++)
    {
      const char *word = word_at (i);

      g_assert_nonnull (word);
      g_assert_cmpstr (word, !=, "");
      g_assert_true (g_hash_table_add (seen, (gpointer) word));
    }
}

static void
test_distinct (void)
{
  assert_distinct (phase_key, OCT_N_PHASES);
  assert_distinct (type_group_key, OCT_N_TYPE_GROUPS);
  assert_distinct (status_key, OCT_N_STATUSES);
  assert_distinct (facet_key, OCT_N_FACETS);
  assert_distinct (change_key, OCT_N_CHANGES);
  assert_distinct (field_name, OCT_N_FIELDS);
}

static void
test_phase (void)
{
  static const struct
  {
    const char *code;
    const char *name;
    OctPhase phase;
    const char *key;
    gboolean primary, secondary;
  } cases[] = {
    { "0", "Not applicable", OCT_PHASE_NOT_APPLICABLE, "not-applicable", FALSE, FALSE },
    { "1", "Nursery", OCT_PHASE_NURSERY, "nursery", FALSE, FALSE },
    { "2", "Primary", OCT_PHASE_PRIMARY, "primary", TRUE, FALSE },
    { "3", "Middle deemed primary", OCT_PHASE_MIDDLE_PRIMARY, "middle-primary", TRUE, FALSE },
    { "4", "Secondary", OCT_PHASE_SECONDARY, "secondary", FALSE, TRUE },
    { "5", "Middle deemed secondary", OCT_PHASE_MIDDLE_SECONDARY, "middle-secondary", FALSE, TRUE },
    { "6", "16 plus", OCT_PHASE_SIXTEEN_PLUS, "16-plus", FALSE, FALSE },
    { "7", "All-through", OCT_PHASE_ALL_THROUGH, "all-through", FALSE, TRUE },
  };

  g_assert_cmpint (G_N_ELEMENTS (cases), ==, OCT_N_PHASES);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (oct_phase_from_code (cases[i].code), ==, cases[i].phase);
      g_assert_cmpint (oct_phase_from_name (cases[i].name), ==, cases[i].phase);
      g_assert_cmpstr (oct_phase_key (cases[i].phase), ==, cases[i].key);
      g_assert_cmpint (oct_phase_is_primary (cases[i].phase), ==, cases[i].primary);
      g_assert_cmpint (oct_phase_is_secondary (cases[i].phase), ==, cases[i].secondary);
    }
  g_assert_cmpint (oct_phase_from_name ("ALL-THROUGH"), ==, OCT_PHASE_ALL_THROUGH);
  g_assert_cmpint (oct_phase_from_code ("8"), ==, OCT_PHASE_NOT_APPLICABLE);
  g_assert_cmpint (oct_phase_from_code ("4x"), ==, OCT_PHASE_NOT_APPLICABLE);
  g_assert_cmpint (oct_phase_from_code (NULL), ==, OCT_PHASE_NOT_APPLICABLE);
  g_assert_cmpint (oct_phase_from_name (""), ==, OCT_PHASE_NOT_APPLICABLE);
}

static void
test_type_group (void)
{
  static const struct
  {
    const char *name;
    OctTypeGroup group;
    const char *key;
    gboolean academy, state;
  } cases[] = {
    { "Academies", OCT_TYPE_GROUP_ACADEMIES, "academies", TRUE, TRUE },
    { "Free Schools", OCT_TYPE_GROUP_FREE_SCHOOLS, "free-schools", TRUE, TRUE },
    { "Local authority maintained schools", OCT_TYPE_GROUP_LA_MAINTAINED, "la-maintained", FALSE,
      TRUE },
    { "Special schools", OCT_TYPE_GROUP_SPECIAL, "special", FALSE, TRUE },
    { "Independent schools", OCT_TYPE_GROUP_INDEPENDENT, "independent", FALSE, FALSE },
    { "Colleges", OCT_TYPE_GROUP_COLLEGES, "colleges", FALSE, FALSE },
    { "Universities", OCT_TYPE_GROUP_UNIVERSITIES, "universities", FALSE, FALSE },
    { "Welsh schools", OCT_TYPE_GROUP_WELSH, "welsh", FALSE, FALSE },
    { "Online provider", OCT_TYPE_GROUP_ONLINE, "online", FALSE, FALSE },
    { "Other types", OCT_TYPE_GROUP_OTHER, "other", FALSE, FALSE },
  };

  g_assert_cmpint (G_N_ELEMENTS (cases), ==, OCT_N_TYPE_GROUPS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (oct_type_group_from_name (cases[i].name), ==, cases[i].group);
      g_assert_cmpstr (oct_type_group_key (cases[i].group), ==, cases[i].key);
      g_assert_cmpint (oct_type_group_is_academy (cases[i].group), ==, cases[i].academy);
      g_assert_cmpint (oct_type_group_is_state_funded (cases[i].group), ==, cases[i].state);
    }
  g_assert_cmpint (oct_type_group_from_name ("Free schools"), ==, OCT_TYPE_GROUP_FREE_SCHOOLS);
  g_assert_cmpint (oct_type_group_from_name ("Something new"), ==, OCT_TYPE_GROUP_OTHER);
}

static void
test_status (void)
{
  static const struct
  {
    const char *name;
    OctStatus status;
    const char *key;
    gboolean open;
  } cases[] = {
    { "Open", OCT_STATUS_OPEN, "open", TRUE },
    { "Open, but proposed to close", OCT_STATUS_OPEN_PROPOSED_TO_CLOSE, "open-proposed-to-close",
      TRUE },
    { "Proposed to open", OCT_STATUS_PROPOSED_TO_OPEN, "proposed-to-open", FALSE },
    { "Closed", OCT_STATUS_CLOSED, "closed", FALSE },
    { "", OCT_STATUS_UNKNOWN, "unknown", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (oct_status_from_name (cases[i].name), ==, cases[i].status);
      g_assert_cmpstr (oct_status_key (cases[i].status), ==, cases[i].key);
      g_assert_cmpint (oct_status_is_open (cases[i].status), ==, cases[i].open);
    }
}

static void
test_group_type (void)
{
  static const struct
  {
    const char *name;
    OctGroupType type;
    const char *key;
    gboolean trust;
  } cases[] = {
    { "Multi-academy trust", OCT_GROUP_MAT, "mat", TRUE },
    { "Single-academy trust", OCT_GROUP_SAT, "sat", TRUE },
    { "Secure single-academy trust", OCT_GROUP_SECURE_SAT, "secure-sat", TRUE },
    { "Trust", OCT_GROUP_FOUNDATION_TRUST, "foundation-trust", FALSE },
    { "Federation", OCT_GROUP_FEDERATION, "federation", FALSE },
    { "School sponsor", OCT_GROUP_SPONSOR, "sponsor", FALSE },
    { "Umbrella trust", OCT_GROUP_UMBRELLA_TRUST, "umbrella-trust", FALSE },
    { "Children's Centres Group", OCT_GROUP_CHILDRENS_CENTRES, "childrens-centres", FALSE },
    { "Children's Centres Collaboration", OCT_GROUP_CHILDRENS_CENTRES_COLLABORATION,
      "childrens-centres-collaboration", FALSE },
    { "Supported by a multi-academy trust", OCT_GROUP_MAT, "mat", TRUE },
    { "Supported by a single-academy trust", OCT_GROUP_SAT, "sat", TRUE },
    { "Supported by a trust", OCT_GROUP_FOUNDATION_TRUST, "foundation-trust", FALSE },
    { "Not supported by a trust", OCT_GROUP_NONE, "none", FALSE },
    { "", OCT_GROUP_NONE, "none", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (oct_group_type_from_name (cases[i].name), ==, cases[i].type);
      g_assert_cmpstr (oct_group_type_key (cases[i].type), ==, cases[i].key);
      g_assert_cmpint (oct_group_type_is_trust (cases[i].type), ==, cases[i].trust);
    }
  /* A damaged store can hold any number. */
  g_assert_cmpstr (oct_group_type_key ((OctGroupType) 3), ==, "none");
  g_assert_cmpstr (oct_group_type_key ((OctGroupType) 99), ==, "none");
}

static void
test_keys_lead_back (void)
{
  OctFacet facet;
  OctChangeKind kind;
  OctField field;

  for (guint i = 0; i < OCT_N_FACETS; i++)
    {
      g_assert_true (oct_facet_from_key (oct_facet_key ((OctFacet) i), &facet));
      g_assert_cmpint (facet, ==, i);
      g_assert_cmpstr (oct_facet_label (facet), !=, "");
    }
  for (guint i = 0; i < OCT_N_CHANGES; i++)
    {
      g_assert_true (oct_change_kind_from_key (oct_change_kind_key ((OctChangeKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (oct_change_kind_label (kind), !=, "");
    }
  for (guint i = 0; i < OCT_N_FIELDS; i++)
    {
      g_assert_true (oct_field_from_name (oct_field_name ((OctField) i), &field));
      g_assert_cmpint (field, ==, i);
      g_assert_cmpstr (oct_field_label (field), !=, "");
      g_assert_cmpstr (oct_field_group_label (oct_field_group (field)), !=, "");
    }
  g_assert_false (oct_facet_from_key ("colour", &facet));
  g_assert_false (oct_change_kind_from_key (NULL, &kind));
  g_assert_false (oct_field_from_name ("colour", &field));
}

static void
test_fields (void)
{
  g_assert_cmpstr (oct_field_name (OCT_FIELD_LA), ==, "la");
  g_assert_cmpstr (oct_field_label (OCT_FIELD_LA), ==, "Local authority");
  g_assert_cmpint (oct_field_kind (OCT_FIELD_OPENED), ==, OCT_FIELD_KIND_DATE);
  g_assert_cmpint (oct_field_kind (OCT_FIELD_FSM_PERCENT), ==, OCT_FIELD_KIND_PERCENT);
  g_assert_cmpint (oct_field_kind (OCT_FIELD_PUPILS), ==, OCT_FIELD_KIND_INTEGER);
  g_assert_cmpint (oct_field_group (OCT_FIELD_PUPILS), ==, OCT_FIELD_GROUP_PUPILS);
}

static gpointer
look_up_all (gpointer data)
{
  for (guint i = 0; i < OCT_N_FIELDS; i++)
    {
      OctField field;

      if (!oct_field_from_name (oct_field_name ((OctField) i), &field) || field != (OctField) i)
        return GINT_TO_POINTER (FALSE);
    }
  return GINT_TO_POINTER (TRUE);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fields", look_up_all, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/threads", test_threads);
  g_test_add_func ("/vocabulary/distinct", test_distinct);
  g_test_add_func ("/vocabulary/phase", test_phase);
  g_test_add_func ("/vocabulary/type-group", test_type_group);
  g_test_add_func ("/vocabulary/status", test_status);
  g_test_add_func ("/vocabulary/group-type", test_group_type);
  g_test_add_func ("/vocabulary/keys-lead-back", test_keys_lead_back);
  g_test_add_func ("/vocabulary/fields", test_fields);

  return g_test_run ();
}
