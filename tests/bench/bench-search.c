/* Times searches and facet counts in registers of different sizes.
 *
 *   bench-search DATA-DIR…
 *
 * Every word is typed letter by letter, as a person would; each prefix is one search. Prints the
 * median, the 95th percentile and the longest.
 */

#include <stdio.h>
#include <stdlib.h>

#include "oct-register.h"

static const char *const words[] = {
  "s",        "a",
  "the",      "primary",
  "st marys", "oak",
  "leeds",    "church of england",
  "academy",  "gorse academies",
  "ls27 0lz", "high school",
  "smith",    "birmingham",
  "catholic", "100001",
  "e",        "community",
};

#define ROUNDS 20

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print_times (const char *title, guint n_rows, GArray *times)
{
  g_array_sort (times, compare_doubles);
  printf ("%-24s %8u rows  median %6.2f ms  95th %6.2f ms  longest %6.2f ms\n", title, n_rows,
          g_array_index (times, double, times->len / 2),
          g_array_index (times, double, times->len * 95 / 100),
          g_array_index (times, double, times->len - 1));
}

static void
measure (OctIndex *index)
{
  g_autoptr (GArray) searches = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      for (const char *end = words[i] + 1; end[-1] != '\0'; end++)
        {
          g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
          g_autofree char *typed = g_strndup (words[i], (gsize) (end - words[i]));
          OctResult *result;
          GPtrArray *facets;
          gint64 start;
          double ms;

          oct_school_query_set_text (query, typed);
          oct_school_query_set_key (query, OCT_FACET_STATUS, "open", TRUE);
          start = g_get_monotonic_time ();
          result = oct_index_search (index, query, NULL);
          ms = (double) (g_get_monotonic_time () - start) / 1000;
          g_array_append_val (searches, ms);
          start = g_get_monotonic_time ();
          facets = oct_index_count_facets (index, query, NULL);
          ms = (double) (g_get_monotonic_time () - start) / 1000;
          g_array_append_val (counts, ms);
          g_ptr_array_unref (facets);
          oct_result_free (result);
        }

  print_times ("search", oct_index_get_n_rows (index), searches);
  print_times ("facet counts", oct_index_get_n_rows (index), counts);
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OctRegister) reg = oct_register_open (argv[i], &error);

      if (reg == NULL)
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
      measure (oct_register_get_index (reg));
    }

  return argc > 1 ? 0 : 2;
}
