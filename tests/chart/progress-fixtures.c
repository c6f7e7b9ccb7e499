/* Invented progress for the tests and the gallery of charts.
 *
 * It comes from a generator with a fixed seed, on top of which each picture's finding is planted.
 */
#include "progress-fixtures.h"

#include "stage-fixtures.h"

#define RED OCT_RATING_MARK_RED
#define AMBER OCT_RATING_MARK_AMBER
#define GREEN OCT_RATING_MARK_GREEN

static void
dress (OctChart *chart, const char *subtitle)
{
  oct_chart_set_subtitle (chart, subtitle);
  oct_chart_set_source (chart, "Source: invented reviews, made for this picture, 3 July 2026");
}

OctChart *
fixture_bullets (void)
{
  static const OctBulletFigure attendance[] = { { 90.1, 20260110 }, { 91.8, 20260401 } };
  static const OctBulletFigure exclusions[] = { { 31, 20260110 }, { 22, 20260401 } };
  const OctBullet bullets[] = {
    { "c1",
      "Attendance of all pupils",
      "1.1 Every pupil in school, on time",
      1,
      NULL,
      { 89.4, 20250930 },
      { 94, 20270731 },
      { 92.3, 20260630 },
      attendance,
      2,
      NULL },
    { "c2",
      "Persistent absence",
      "1.1 Every pupil in school, on time",
      1,
      NULL,
      { 21.5, 20250930 },
      { 15, 20270731 },
      { 22.4, 20260630 },
      NULL,
      0,
      NULL },
    { "c3",
      "Suspensions in a term",
      "1.2 Calm corridors",
      0,
      NULL,
      { 34, 20250930 },
      { 12, 20260731 },
      { 11, 20260630 },
      exclusions,
      2,
      "Counted by the school." },
    { "c4",
      "Pupils at the expected standard in reading, writing and maths at the end of year 6",
      "2.1 Reading in every lesson",
      1,
      NULL,
      { 54, 20250701 },
      { 66, 20260701 },
      { OCT_CHART_MISSING, 0 },
      NULL,
      0,
      NULL },
    { "c5",
      "Teachers trained in the reading programme",
      "2.1 Reading in every lesson",
      0,
      "teachers",
      { 0, 20250930 },
      { 24, 20260531 },
      { 17, 20260630 },
      NULL,
      0,
      NULL },
    { "c6",
      "Lessons seen with the agreed routines",
      "2.1 Reading in every lesson",
      1,
      NULL,
      { OCT_CHART_MISSING, 0 },
      { 80, 20261231 },
      { 55, 20260630 },
      NULL,
      0,
      NULL },
    { "c7",
      "Days of cover by supply teachers",
      NULL,
      0,
      "days",
      { 40, 20250930 },
      { OCT_CHART_MISSING, 0 },
      { 0, 20260630 },
      NULL,
      0,
      NULL },
  };
  OctBulletChart *chart = oct_bullet_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    oct_bullet_chart_add (chart, &bullets[i]);
  oct_bullet_chart_set_today (chart, 20260703);
  dress (OCT_CHART (chart), "Success criteria of the plan, July 2026");
  return OCT_CHART (chart);
}

OctChart *
fixture_many_bullets (guint n)
{
  OctBulletChart *chart = oct_bullet_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      const OctBullet bullet = {
        id,
        fixture_school_name (i),
        NULL,
        OCT_CHART_UNIT_PERCENT,
        NULL,
        { 88, 20250930 },
        { 95, 20270731 },
        { 89 + g_rand_int_range (rand, 0, 5), 20260630 },
        NULL,
        0,
        NULL,
      };

      oct_bullet_chart_add (chart, &bullet);
    }
  dress (OCT_CHART (chart), "Attendance of each school");
  return OCT_CHART (chart);
}

static const char *const statements[] = {
  "Every pupil reads to an adult each day in key stage 1",
  "Leaders know which pupils are absent by ten, and why",
  "Subject leaders check what is taught against the curriculum that was agreed",
  "Pupils with SEND have the scaffolds that their plans name in every lesson",
  "Calm corridors",
  "Early-career teachers are coached weekly",
};

static void
fill_strip_row (OctRatingStripChart *chart, guint row, guint n_reviews, GRand *rand)
{
  int rating = g_rand_int_range (rand, RED + (row % 4 == 1 ? 0 : 1), GREEN + 1);
  gboolean red = FALSE;

  for (guint i = 0; i < n_reviews; i++)
    {
      int move = g_rand_int_range (rand, -1, 3),
          next = CLAMP (rating + CLAMP (move, -1, 1), RED, GREEN);

      if (i + 1 >= n_reviews)
        next = MAX (next, AMBER);
      red |= next == RED;
      if (g_rand_int_range (rand, 0, 14) == 0)
        oct_rating_strip_chart_set_cell (chart, row, i, OCT_RATING_MARK_SKIPPED,
                                         OCT_TRAVEL_MARK_NONE, "The lead was away that week.");
      else if (g_rand_int_range (rand, 0, 16) != 0)
        oct_rating_strip_chart_set_cell (chart, row, i, next,
                                         next > rating   ? OCT_TRAVEL_MARK_IMPROVING
                                         : next < rating ? OCT_TRAVEL_MARK_DETERIORATING
                                                         : OCT_TRAVEL_MARK_UNCHANGED,
                                         "Seen in nine of twelve lessons.");
      rating = next;
    }
  if (red)
    oct_rating_strip_chart_set_wait (chart, row,
                                     row % 3 == 0 ? OCT_RATING_WAIT_OPEN : (int) (row * 7 % 60));
}

OctChart *
fixture_rating_strip (guint n_rows, guint n_reviews)
{
  static const char *const terms[] = { "Autumn 2024", "Spring 2025", "Summer 2025",
                                       "Autumn 2025", "Spring 2026", "Summer 2026" };
  OctRatingStripChart *chart = oct_rating_strip_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (guint i = 0; i < n_reviews; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i + 1);

      oct_rating_strip_chart_add_review (
        chart, id,
        terms[(i + G_N_ELEMENTS (terms) - n_reviews % G_N_ELEMENTS (terms))
              % G_N_ELEMENTS (terms)]);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i + 1);
      g_autofree char *reference = g_strdup_printf ("%u.1", i % 3 + 1);

      oct_rating_strip_chart_add_row (chart, id, reference,
                                      statements[i % G_N_ELEMENTS (statements)],
                                      fixture_school_name (i / 3));
      fill_strip_row (chart, i, n_reviews, rand);
    }
  if (n_rows > 7 && n_reviews >= 4)
    {
      for (guint i = n_reviews - 4; i < n_reviews; i++)
        oct_rating_strip_chart_set_cell (chart, 7, i, i == n_reviews - 4 ? AMBER : RED,
                                         i + 1 == n_reviews ? OCT_TRAVEL_MARK_UNCHANGED
                                                            : OCT_TRAVEL_MARK_DETERIORATING,
                                         "Two of five year groups follow the programme.");
      oct_rating_strip_chart_set_support (chart, 7, n_reviews - 2, n_reviews - 1,
                                          "Alder Grange Primary School, 12 days of coaching");
      oct_rating_strip_chart_set_wait (chart, 7, 96);
    }
  dress (OCT_CHART (chart), "Rating of each objective at each review");
  return OCT_CHART (chart);
}
