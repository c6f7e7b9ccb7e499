/* Files are recognised by their header, and what can't be read is told by name. */
#include <string.h>

#include "oct-dataset.h"
#include "reading.h"

/* Splits a header at "|". The fields borrow from @names, which must outlive them. */
static OctCsvField *
make_header (GStrv names)
{
  OctCsvField *header = g_new0 (OctCsvField, g_strv_length (names) + 1);

  for (guint i = 0; names[i] != NULL; i++)
    header[i] = (OctCsvField) { names[i], strlen (names[i]) };
  return header;
}

static const OctDataset *
recognise (const char *columns, GError **error)
{
  g_auto (GStrv) names = g_strsplit (columns, "|", -1);
  g_autofree OctCsvField *header = make_header (names);

  return oct_dataset_recognise (header, g_strv_length (names), error);
}

#define SEARCH                                                                                     \
  "URN|LA (name)|EstablishmentName|TypeOfEstablishment (name)|EstablishmentStatus (name)"
#define EXTRACT                                                                                    \
  SEARCH "|LA (code)|TypeOfEstablishment (code)|EstablishmentStatus (code)|PhaseOfEducation (name)"

static void
test_descriptions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) datasets = oct_datasets_load (&error);
  guint precedences = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (datasets->len, ==, 5);
  for (guint i = 0; i < datasets->len; i++)
    {
      const OctDataset *dataset = datasets->pdata[i];

      g_assert_true (oct_dataset_find (dataset->id) == dataset);
      g_assert_true (g_str_has_prefix (dataset->page, "https://"));
      g_assert_cmpstr (dataset->licence, ==, "Open Government Licence v3.0");
      g_assert_cmpstr (dataset->publisher, ==, "Department for Education");
      g_assert_nonnull (dataset->title);
      g_assert_nonnull (dataset->key);
      precedences |= 1u << dataset->precedence;
    }
  /* No two files of one day are equally right. */
  g_assert_cmpuint (precedences, ==, 0x3E);
  g_assert_true (oct_dataset_find ("gias-extract")->complete);
  g_assert_false (oct_dataset_find ("gias-search")->complete);
  g_assert_null (oct_dataset_find ("no-such-thing"));
}

static void
test_recognise (void)
{
  static const char *const known[][2] = {
    { EXTRACT, "gias-extract" },
    { SEARCH, "gias-search" },
    { "URN|LinkURN|LinkName|LinkType|LinkEstablishedDate", "gias-links" },
    { "Group UID|Group Name|Group Type (code)|Group Status (code)|New column", "gias-groups" },
    { "Joined date|Group Name|Linked UID|URN", "gias-group-links" },
    { " urn |linkurn|LINKTYPE", "gias-links" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GError) error = NULL;
      const OctDataset *dataset = recognise (known[i][0], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dataset->id, ==, known[i][1]);
    }
}

static void
test_not_recognised (void)
{
  static const char *const unknown[][2] = {
    { "URN|LA (name)|EstablishmentName|EstablishmentStatus (name)", "TypeOfEstablishment (name)" },
    { "URN|LinkURN|LinkName", "LinkType" },
    { "RECTYPE|LEA|ESTAB|URN|SCHNAME|TPUP", "Key stage 4" },
    { "RECTYPE|LEA|ESTAB|URN|SCHNAME|TELIG", "Key stage 2" },
    { "URN|LA|ESTAB|SCHOOLTYPE|NOR|TSENELSE|TSENELK", "census" },
    { "Name|Price|Quantity", "none that Octant knows" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (recognise (unknown[i][0], &error));
      reading_assert_error (&error, OCT_ERROR_UNKNOWN_DATASET, unknown[i][1], NULL);
    }
}

static void
test_map_columns (void)
{
  g_auto (GStrv) names = g_strsplit ("EstablishmentName| urn|A new column||Trusts (code)|", "|",
                                     -1);
  g_auto (GStrv) unknown = NULL;
  g_autofree OctCsvField *header = make_header (names);
  g_autoptr (GError) error = NULL;
  g_autofree int *map = oct_dataset_map_columns (oct_dataset_find ("gias-extract"), header, 6,
                                                 &unknown, &error);

  g_assert_no_error (error);
  g_assert_cmpint (map[0], ==, OCT_FIELD_NAME);
  g_assert_cmpint (map[1], ==, OCT_FIELD_URN);
  g_assert_cmpint (map[2], ==, -1);
  g_assert_cmpint (map[3], ==, -1);
  g_assert_cmpint (map[4], ==, OCT_FIELD_TRUST_UID);
  g_assert_cmpint (map[5], ==, -1);
  g_assert_cmpuint (g_strv_length (unknown), ==, 1);
  g_assert_cmpstr (unknown[0], ==, "A new column");
}

static void
test_map_other_columns (void)
{
  g_auto (GStrv) names = g_strsplit ("LinkURN|URN|LinkEstablishedDate", "|", -1);
  g_autofree OctCsvField *header = make_header (names);
  g_autoptr (GError) error = NULL;
  g_autofree int *map = oct_dataset_map_columns (oct_dataset_find ("gias-links"), header, 3, NULL,
                                                 &error);

  g_assert_no_error (error);
  g_assert_cmpint (map[0], ==, OCT_LINK_COLUMN_OTHER_URN);
  g_assert_cmpint (map[1], ==, OCT_LINK_COLUMN_URN);
  g_assert_cmpint (map[2], ==, OCT_LINK_COLUMN_ESTABLISHED);
}

static void
test_column_twice (void)
{
  g_auto (GStrv) names = g_strsplit ("URN|LinkURN|LinkType|urn", "|", -1);
  g_autofree OctCsvField *header = make_header (names);
  g_autoptr (GError) error = NULL;

  g_assert_null (
    oct_dataset_map_columns (oct_dataset_find ("gias-links"), header, 4, NULL, &error));
  reading_assert_error (&error, OCT_ERROR_UNKNOWN_DATASET, "twice", "urn", NULL);
}

static gboolean
accepts (const char *id, guint n_columns, guint n_fields, const char *last, gboolean unfinished,
         GError **error)
{
  g_autofree OctCsvField *fields = g_new (OctCsvField, n_fields);
  OctCsvRow row = { fields, n_fields, 7, unfinished };

  for (guint i = 0; i < n_fields; i++)
    fields[i] = (OctCsvField) { last, strlen (last) };
  return oct_dataset_accepts_row (oct_dataset_find (id), n_columns, &row, error);
}

static void
test_rows (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (accepts ("gias-extract", 5, 5, "x", FALSE, &error));
  g_assert_true (accepts ("gias-extract", 5, 5, "x", TRUE, &error));
  g_assert_true (accepts ("gias-group-links", 17, 16, "x", FALSE, &error));
  g_assert_true (accepts ("gias-group-links", 17, 16, "x", TRUE, &error));
  g_assert_true (accepts ("gias-search", 5, 8, "x", FALSE, &error));
  g_assert_true (accepts ("gias-extract", 5, 7, "", FALSE, &error));
  g_assert_no_error (error);

  g_assert_false (accepts ("gias-extract", 5, 7, "x", FALSE, &error));
  reading_assert_error (&error, OCT_ERROR_FAILED, "7 fields", "header 5", NULL);
  g_assert_false (accepts ("gias-extract", 5, 4, "x", FALSE, &error));
  reading_assert_error (&error, OCT_ERROR_FAILED, "4 fields", NULL);
  g_assert_false (accepts ("gias-extract", 5, 4, "x", TRUE, &error));
  reading_assert_error (&error, OCT_ERROR_TRUNCATED, "line 7", NULL);
  g_assert_false (accepts ("gias-group-links", 17, 15, "x", FALSE, &error));
  reading_assert_error (&error, OCT_ERROR_FAILED, NULL);
}

static void
test_date_from_name (void)
{
  const OctDataset *dataset = oct_dataset_find ("gias-extract");

  static const struct
  {
    const char *outer;
    const char *inner;
    OctDate date;
  } names[] = {
    { "edubasealldata20250121.csv", "edubasealldata20250121.csv", 20250121 },
    { "/home/me/20200101/edubasealldata20250121.csv", NULL, 20250121 },
    { "extract-2025-01-21.zip", "results.csv", 20250121 },
    { "extract-2025-01-22.zip", "edubasealldata20250121.csv", 20250121 },
    { "edubasealldata20250121 (1).csv", NULL, 20250121 },
    { "search-download-2022-04-20.csv", NULL, 20220420 },
    { "grouplinks_edubaseallacademiesandfree20190601.csv", NULL, 20190601 },
    { "results.csv", "results.csv", OCT_DATE_UNKNOWN },
    { "edubasealldata20251332.csv", NULL, OCT_DATE_UNKNOWN },
    { "20250230 and 20250228.csv", NULL, 20250228 },
    { "7120250121999.csv", NULL, OCT_DATE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (oct_dataset_date_from_name (dataset, names[i].outer, names[i].inner), ==,
                     names[i].date);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset/descriptions", test_descriptions);
  g_test_add_func ("/dataset/recognise", test_recognise);
  g_test_add_func ("/dataset/not-recognised", test_not_recognised);
  g_test_add_func ("/dataset/map-columns", test_map_columns);
  g_test_add_func ("/dataset/map-columns/other-entities", test_map_other_columns);
  g_test_add_func ("/dataset/column-twice", test_column_twice);
  g_test_add_func ("/dataset/rows", test_rows);
  g_test_add_func ("/dataset/date-from-name", test_date_from_name);
  return g_test_run ();
}
