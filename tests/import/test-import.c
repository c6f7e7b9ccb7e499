/* Imports end in a register that says what the files say, and say themselves what became of every row. */

#include <glib/gstdio.h>
#include <string.h>

#include "importing.h"

typedef struct
{
  char *files;
  char *data_dir;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->files = importing_make_folder ();
  fixture->data_dir = importing_make_folder ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  importing_remove (fixture->files);
  importing_remove (fixture->data_dir);
}

static void
take (Fixture *fixture, const char *path, guint added, guint changed, guint unchanged,
      guint refused)
{
  OctImportReport *report = importing_take (fixture->data_dir, path);

  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->changed, ==, changed);
  g_assert_cmpuint (report->unchanged, ==, unchanged);
  g_assert_cmpuint (report->refused, ==, refused);
  g_assert_cmpuint (report->rows, ==, added + changed + unchanged + refused);
  oct_import_report_free (report);
}

static GPtrArray *
changes_of (OctRegister *reg, guint32 urn)
{
  OctChangeFilter filter = { .urn = urn, .kind = OCT_N_CHANGES };
  g_autoptr (GError) error = NULL;
  GPtrArray *changes = oct_register_read_changes (reg, &filter, &error);

  g_assert_no_error (error);
  return changes;
}

static void
assert_change (OctRegister *reg, guint32 urn, OctChangeKind kind, const char *before,
               const char *after)
{
  g_autoptr (GPtrArray) changes = changes_of (reg, urn);

  for (guint i = 0; i < changes->len; i++)
    {
      OctChange *change = g_ptr_array_index (changes, i);

      if (oct_change_get_kind (change) == kind)
        {
          g_assert_cmpstr (oct_change_get_before (change), ==, before);
          g_assert_cmpstr (oct_change_get_after (change), ==, after);
          g_assert_cmpint (oct_change_get_date_before (change), ==, 20240901);
          g_assert_cmpint (oct_change_get_date_after (change), ==, 20250901);
          return;
        }
    }
  g_error ("%u has no change of kind %s", urn, oct_change_kind_key (kind));
}

static char *
write_first (Fixture *fixture)
{
  return importing_write_extract (fixture->files, 20240901,
                                  "100001|Oak Primary|Open|Primary|5|Reef Trust|Ash|210|200|",
                                  "100002|Elm Primary|Open|Primary|||Birch|210|150|",
                                  "100003|Yew High|Open|Secondary|5|Reef Trust|Cole|900|880|",
                                  "100004|Fir Infants|Open|Primary|||Dean|90|80|",
                                  "100005|Bay Juniors|Open|Primary|6|Tide Trust|Eyre|120|100|",
                                  "100006|Ivy Lodge|Proposed to open|Primary|||Finn|60||", NULL);
}

static char *
write_second (Fixture *fixture)
{
  return importing_write_extract (
    fixture->files, 20250901, "100001|Great Oak Primary|Open|Primary|5|Reef Trust|Ash|240|200|",
    "100002|Elm Primary|Open|Primary|5|Reef Trust|Brook|210|150|",
    "100003|Yew High|Open|All-through|6|Tide Trust|Cole|900|880|",
    "100004|Fir Infants|Closed|Primary|||Dean|90|80|",
    "100005|Bay Juniors|Open|Primary|||Eyre|120|100|",
    "100007|New Reef Academy|Open|Primary|5|Reef Trust|Gray|60||01-09-2025", NULL);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autofree char *second = write_second (fixture);
  g_autoptr (OctRegister) reg = NULL;

  take (fixture, first, 6, 0, 0, 0);
  take (fixture, second, 1, 5, 0, 0);
  reg = importing_open (fixture->data_dir);

  assert_change (reg, 100001, OCT_CHANGE_RENAMED, "Oak Primary", "Great Oak Primary");
  assert_change (reg, 100001, OCT_CHANGE_CAPACITY, "210", "240");
  assert_change (reg, 100002, OCT_CHANGE_JOINED_TRUST, "", "Reef Trust");
  assert_change (reg, 100002, OCT_CHANGE_HEAD, "Alex Birch", "Alex Brook");
  assert_change (reg, 100003, OCT_CHANGE_MOVED_TRUST, "Reef Trust", "Tide Trust");
  assert_change (reg, 100003, OCT_CHANGE_PHASE, "Secondary", "All-through");
  assert_change (reg, 100004, OCT_CHANGE_CLOSED, "Open", "Closed");
  assert_change (reg, 100005, OCT_CHANGE_LEFT_TRUST, "Tide Trust", "");
  assert_change (reg, 100006, OCT_CHANGE_STATUS, "Proposed to open", "No longer listed");
  assert_change (reg, 100007, OCT_CHANGE_OPENED, "", "Open");
  assert_change (reg, 100007, OCT_CHANGE_JOINED_TRUST, "", "Reef Trust");
}

static void
test_first_import_has_no_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autoptr (OctRegister) reg = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  take (fixture, first, 6, 0, 0, 0);
  reg = importing_open (fixture->data_dir);
  changes = changes_of (reg, 0);
  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_same_file_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  OctImportReport *report;

  take (fixture, first, 6, 0, 0, 0);
  before = importing_hash (fixture->data_dir);
  report = importing_take (fixture->data_dir, first);
  after = importing_hash (fixture->data_dir);

  g_assert_true (report->duplicate);
  g_assert_cmpstr (report->dataset, ==, "gias-extract");
  g_assert_cmpstr (before, ==, after);
  oct_import_report_free (report);
}

static gboolean
take_and_ask_if_late (Fixture *fixture, const char *path, guint added)
{
  OctImportReport *report = importing_take (fixture->data_dir, path);
  gboolean late = report->late;

  g_assert_cmpuint (report->added, ==, added);
  oct_import_report_free (report);
  return late;
}

/* What counts is when a file was published, not when it was imported. */
static void
test_older_release_enters_history (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autofree char *second = write_second (fixture);
  /* Older than the extract, but the first of its own kind. */
  g_autofree char *links = importing_write (fixture->files, "links_edubasealldata20240902.csv",
                                            "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\r\n"
                                            "100007,100004,Fir Infants,Predecessor,01-09-2025\r\n");
  g_autoptr (OctRegister) reg = NULL;
  OctSchoolFacts facts;
  guint row;

  g_assert_false (take_and_ask_if_late (fixture, second, 6));
  g_assert_true (take_and_ask_if_late (fixture, first, 6));
  g_assert_false (take_and_ask_if_late (fixture, links, 1));
  reg = importing_open (fixture->data_dir);

  g_assert_cmpint (oct_register_get_as_at (reg), ==, 20250901);
  g_assert_true (oct_index_find_urn (oct_register_get_index (reg), 100001, &row));
  oct_index_get_facts (oct_register_get_index (reg), row, &facts);
  g_assert_cmpstr (facts.name, ==, "Great Oak Primary");
  assert_change (reg, 100001, OCT_CHANGE_RENAMED, "Oak Primary", "Great Oak Primary");
}

/* A stamp of the register alone is no change a person would know of. */
static void
test_stamp_is_no_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autofree char *content = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *stamped = NULL;
  g_autofree char *second = NULL;

  g_assert_true (g_file_get_contents (first, &content, NULL, NULL));
  parts = g_strsplit (content, "01-01-2020", -1);
  stamped = g_strjoinv ("02-02-2025", parts);
  second = importing_write (fixture->files, "edubasealldata20250301.csv", stamped);

  take (fixture, first, 6, 0, 0, 0);
  take (fixture, second, 0, 0, 6, 0);
}

static void
test_growth (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autofree char *second = write_second (fixture);
  g_autoptr (OctRegister) reg = NULL;
  g_autoptr (GArray) growth = NULL;

  take (fixture, first, 6, 0, 0, 0);
  take (fixture, second, 1, 5, 0, 0);
  reg = importing_open (fixture->data_dir);
  growth = oct_register_read_growth (reg, 5, NULL);

  g_assert_cmpuint (growth->len, ==, 2);
  g_assert_cmpint (g_array_index (growth, OctTrustGrowth, 0).date, ==, 20240901);
  g_assert_cmpuint (g_array_index (growth, OctTrustGrowth, 0).schools, ==, 2);
  g_assert_cmpint (g_array_index (growth, OctTrustGrowth, 0).pupils, ==, 1080);
  g_assert_cmpuint (g_array_index (growth, OctTrustGrowth, 1).schools, ==, 3);
  g_assert_cmpint (g_array_index (growth, OctTrustGrowth, 1).pupils, ==, 350);
}

/* An academy that opened after the census has its predecessor's pupils, marked as such. */
static void
test_predecessor_pupils (Fixture *fixture, gconstpointer data)
{
  g_autofree char *extract = write_second (fixture);
  g_autofree char *links = importing_write (
    fixture->files, "links_edubasealldata20250902.csv",
    "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\r\n"
    "100007,100004,Fir Infants,Predecessor,01-09-2025\r\n"
    "100004,100007,New Reef Academy,Successor,01-09-2025\r\n");
  g_autoptr (OctRegister) reg = NULL;
  g_autoptr (GPtrArray) line = NULL;
  OctSchoolFacts facts;
  guint row;

  take (fixture, extract, 6, 0, 0, 0);
  take (fixture, links, 2, 0, 0, 0);
  reg = importing_open (fixture->data_dir);
  g_assert_true (oct_index_find_urn (oct_register_get_index (reg), 100007, &row));
  oct_index_get_facts (oct_register_get_index (reg), row, &facts);
  g_assert_cmpint (facts.pupils, ==, 80);
  g_assert_cmpuint (facts.pupils_from_urn, ==, 100004);
  g_assert_cmpint (facts.joined, ==, 20250901);

  line = oct_register_read_links (reg, 100007, NULL);
  g_assert_cmpuint (line->len, ==, 1);
  g_assert_cmpuint (oct_link_get_other_urn (g_ptr_array_index (line, 0)), ==, 100004);
}

static void
test_refused_rows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = importing_write_extract (
    fixture->files, 20240901, "100001|Oak Primary|Open|Primary|||Ash|210|200|",
    "100001|Oak again|Open|Primary|||Ash|210|200|", "1OOOO2|Letter O|Open|Primary|||Ash|210|200|",
    "100003|Bad day|Open|Primary|||Ash|210|200|31-02-2020", "|No URN|Open|Primary|||Ash|210|200|",
    "100005|Fine|Open|Primary|||Ash|210|200|01-01-1900",
    "100006|Fine too|Open|Primary|||Ash|210|200|", "100007|And this|Open|Primary|||Ash|210|200|",
    "100008|Last|Open|Primary|||Ash|210|200|", NULL);
  OctImportReport *report = importing_take (fixture->data_dir, path);
  static const struct
  {
    guint line;
    const char *word;
  } expected[] = {
    { 3, "twice" },
    { 4, "1OOOO2" },
    { 5, "31-02-2020" },
    { 6, "blank" },
  };
  g_autofree char *csv = oct_import_report_refusals_to_csv (report);

  g_assert_cmpuint (report->added, ==, 5);
  g_assert_cmpuint (report->refused, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const OctImportRefusal *refusal = g_ptr_array_index (report->refusals, i);

      g_assert_cmpuint (refusal->line, ==, expected[i].line);
      g_assert_nonnull (strstr (refusal->reason, expected[i].word));
    }
  g_assert_true (g_str_has_prefix (csv, "line,reason\r\n3,\""));
  oct_import_report_free (report);
}

static void
test_unknown_columns (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autofree char *content = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *second = NULL;
  OctImportReport *report;

  g_assert_true (g_file_get_contents (first, &content, NULL, NULL));
  parts = g_strsplit (content, "HeadFirstName", 2);
  renamed = g_strjoinv ("Shoe size", parts);
  second = importing_write (fixture->files, "edubasealldata20250301.csv", renamed);
  report = importing_take (fixture->data_dir, second);

  g_assert_cmpuint (g_strv_length (report->unknown_columns), ==, 1);
  g_assert_cmpstr (report->unknown_columns[0], ==, "Shoe size");
  oct_import_report_free (report);
}

static void
test_no_date (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autofree char *content = NULL;
  g_autofree char *undated = NULL;
  OctImportOptions options = { .published = 20240915 };
  const char *paths[] = { NULL, NULL };
  g_autoptr (GPtrArray) reports = NULL;

  g_assert_true (g_file_get_contents (first, &content, NULL, NULL));
  undated = importing_write (fixture->files, "schools.csv", content);
  importing_refuse (fixture->data_dir, undated, OCT_ERROR_NO_DATE, "schools.csv", "date", NULL);

  paths[0] = undated;
  reports = oct_import_files (fixture->data_dir, paths, &options, NULL, NULL);
  g_assert_cmpint (((OctImportReport *) g_ptr_array_index (reports, 0))->published, ==, 20240915);
}

static void
test_one_bad_file_among_good (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autofree char *bad = importing_write (fixture->files, "edubasealldata20240905.csv", "");
  g_autofree char *second = write_second (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = importing_run (fixture->data_dir, &error, first, bad, second,
                                                 NULL);
  g_autoptr (OctRegister) reg = importing_open (fixture->data_dir);

  g_assert_no_error (error);
  g_assert_no_error (((OctImportReport *) g_ptr_array_index (reports, 0))->error);
  g_assert_error (((OctImportReport *) g_ptr_array_index (reports, 1))->error, OCT_ERROR,
                  OCT_ERROR_EMPTY_FILE);
  g_assert_no_error (((OctImportReport *) g_ptr_array_index (reports, 2))->error);
  g_assert_cmpint (oct_register_get_as_at (reg), ==, 20250901);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autofree char *path = importing_fixture ("edubasealldata20250121.csv");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  OctImportOptions options = { 0 };
  const char *paths[] = { path, NULL };

  take (fixture, first, 6, 0, 0, 0);
  before = importing_hash (fixture->data_dir);
  g_cancellable_cancel (cancellable);
  reports = oct_import_files (fixture->data_dir, paths, &options, cancellable, &error);
  after = importing_hash (fixture->data_dir);

  g_assert_null (reports);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (before, ==, after);
}

static void
test_facts_have_sources (Fixture *fixture, gconstpointer data)
{
  g_autofree char *older = importing_fixture ("edubasealldata20241124.csv");
  g_autofree char *newer = importing_fixture ("edubasealldata20250121.csv");
  g_autoptr (OctRegister) reg = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  gboolean rating = FALSE;
  gboolean name = FALSE;

  oct_import_report_free (importing_take (fixture->data_dir, older));
  oct_import_report_free (importing_take (fixture->data_dir, newer));
  reg = importing_open (fixture->data_dir);
  facts = oct_register_read_facts (reg, 142056, NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      OctFact *fact = g_ptr_array_index (facts, i);

      /* The newer layout has no Ofsted columns: what the older file said stands, with its date. */
      if (oct_fact_get_field (fact) == OCT_FIELD_OFSTED_RATING)
        {
          rating = TRUE;
          g_assert_cmpint (oct_fact_get_date (fact), ==, 20241124);
        }
      if (oct_fact_get_field (fact) == OCT_FIELD_NAME)
        {
          name = TRUE;
          g_assert_cmpint (oct_fact_get_date (fact), ==, 20250121);
        }
    }
  g_assert_true (rating && name);
}

/* Every kind of group is there; of those that no school names it is known that nothing is known. */
static void
test_groups_without_schools (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint32 uid;
    OctGroupType type;
    gboolean known;
  } groups[] = {
    { 2429, OCT_GROUP_SPONSOR, FALSE },
    { 2185, OCT_GROUP_UMBRELLA_TRUST, FALSE },
    { 80000, OCT_GROUP_CHILDRENS_CENTRES, FALSE },
    { 85901, OCT_GROUP_CHILDRENS_CENTRES_COLLABORATION, FALSE },
    { 17677, OCT_GROUP_FEDERATION, TRUE },
  };
  g_autofree char *extract = importing_fixture ("edubasealldata20250121.csv");
  g_autofree char *file = importing_fixture ("allgroupsdata20260113.csv");
  g_autoptr (OctRegister) reg = NULL;

  oct_import_report_free (importing_take (fixture->data_dir, extract));
  oct_import_report_free (importing_take (fixture->data_dir, file));
  reg = importing_open (fixture->data_dir);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      OctTrust *group = oct_register_get_trust (reg, groups[i].uid);

      g_assert_nonnull (group);
      g_assert_cmpint (oct_trust_get_facts (group)->type, ==, groups[i].type);
      g_assert_cmpint (oct_trust_get_facts (group)->schools > 0, ==, groups[i].known);
      g_assert_cmpint (oct_trust_facts_know_schools (oct_trust_get_facts (group)), ==,
                       groups[i].known);
    }
}

static void
test_damaged_register (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_first (fixture);
  g_autofree char *path = g_build_filename (fixture->data_dir, "register.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctRegister) reg = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  OctImportOptions options = { 0 };

  take (fixture, first, 6, 0, 0, 0);
  before = importing_hash (fixture->data_dir);
  g_assert_true (g_file_set_contents (path, "This is no database.", -1, NULL));

  reg = oct_register_open (fixture->data_dir, &error);
  g_assert_null (reg);
  g_assert_error (error, OCT_ERROR, OCT_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_true (oct_import_rebuild (fixture->data_dir, &options, NULL, &error));
  g_assert_no_error (error);
  after = importing_hash (fixture->data_dir);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/import/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("groups that no school names", test_groups_without_schools);
  ADD ("changes-have-both-values-and-dates", test_changes);
  ADD ("first-import-has-no-changes", test_first_import_has_no_changes);
  ADD ("same-file-twice-changes-nothing", test_same_file_twice);
  ADD ("older-release-enters-history", test_older_release_enters_history);
  ADD ("stamp-alone-is-no-change", test_stamp_is_no_change);
  ADD ("trusts-grow-over-releases", test_growth);
  ADD ("academy-shows-predecessors-pupils", test_predecessor_pupils);
  ADD ("refused-rows-are-explained", test_refused_rows);
  ADD ("unknown-columns-are-named", test_unknown_columns);
  ADD ("date-is-asked-for", test_no_date);
  ADD ("bad-file-does-not-stop-good-ones", test_one_bad_file_among_good);
  ADD ("cancelled-import-changes-nothing", test_cancel);
  ADD ("every-fact-has-source-and-date", test_facts_have_sources);
  ADD ("damaged-register-is-made-again", test_damaged_register);
#undef ADD

  return g_test_run ();
}
