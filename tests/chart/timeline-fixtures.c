/* Invented plans over time.
 *
 * The small one has its finding planted; the large one comes from a generator with a fixed seed.
 */
#include "timeline-fixtures.h"

#include "stage-fixtures.h"

gint32
fixture_day (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return (gint32) g_date_get_julian (&date);
}

gint32
fixture_today (void)
{
  return fixture_day (2025, 11, 24);
}

static void
add_terms (OctTimelineChart *chart)
{
  static const struct
  {
    const char *name;
    int start[3], end[3];
    gboolean holiday;
  } spans[] = {
    { "Autumn 1", { 2025, 9, 1 }, { 2025, 10, 24 }, FALSE },
    { "Half-term", { 2025, 10, 25 }, { 2025, 11, 2 }, TRUE },
    { "Autumn 2", { 2025, 11, 3 }, { 2025, 12, 19 }, FALSE },
    { "Christmas", { 2025, 12, 20 }, { 2026, 1, 4 }, TRUE },
    { "Spring 1", { 2026, 1, 5 }, { 2026, 2, 13 }, FALSE },
    { "Half-term", { 2026, 2, 14 }, { 2026, 2, 22 }, TRUE },
    { "Spring 2", { 2026, 2, 23 }, { 2026, 3, 27 }, FALSE },
    { "Easter", { 2026, 3, 28 }, { 2026, 4, 12 }, TRUE },
    { "Summer 1", { 2026, 4, 13 }, { 2026, 5, 22 }, FALSE },
    { "Half-term", { 2026, 5, 23 }, { 2026, 5, 31 }, TRUE },
    { "Summer 2", { 2026, 6, 1 }, { 2026, 7, 21 }, FALSE },
    { "Summer", { 2026, 7, 22 }, { 2026, 8, 31 }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    oct_timeline_chart_add_span (
      chart, spans[i].name, fixture_day (spans[i].start[0], spans[i].start[1], spans[i].start[2]),
      fixture_day (spans[i].end[0], spans[i].end[1], spans[i].end[2]), spans[i].holiday);
}

typedef struct
{
  const char *id;
  guint level;
  const char *text;
  const char *owner;
  OctTimelineKind kind;
  OctTimelineState state;
  OctRatingMark rating;
  int start; /* days from 1 September 2025; both 0 for none */
  int end;
  int approved; /* 0 for none */
  double progress;
} Row;

#define BAR OCT_TIMELINE_BAR
#define MILESTONE OCT_TIMELINE_MILESTONE
#define REVIEW OCT_TIMELINE_REVIEW
#define TO_COME OCT_TIMELINE_NOT_STARTED
#define GOING OCT_TIMELINE_IN_PROGRESS
#define DONE OCT_TIMELINE_COMPLETE
#define LATE OCT_TIMELINE_OVERDUE
#define STOPPED OCT_TIMELINE_STOPPED
#define NONE OCT_RATING_MARK_NONE
#define RED OCT_RATING_MARK_RED
#define AMBER OCT_RATING_MARK_AMBER
#define GREEN OCT_RATING_MARK_GREEN

static const Row rows[] = {
  { "s1", 0, "Alder Grange Primary School", NULL, BAR, GOING, NONE, 0, 0, 0, -1 },
  { "r1", 1, "Autumn review", "Director of education", REVIEW, DONE, NONE, 0, 40, 0, -1 },
  { "r2", 1, "Spring review", "Director of education", REVIEW, TO_COME, NONE, 0, 150, 0, -1 },
  { "o1", 1, "1.1 Pupils explain their thinking in maths", "Head of school", BAR, GOING, AMBER, 0,
    200, 0, 0.4 },
  { "a1", 2, "Agree what good explanation sounds like", "Maths lead", BAR, DONE, NONE, 3, 32, 0,
    1 },
  { "a2", 2, "Coach every teacher of maths", "Maths lead", BAR, LATE, NONE, 20, 58, 46, 0.6 },
  { "a3", 2, "Review books with a partner school", "Deputy head", BAR, TO_COME, NONE, 50, 110, 90,
    0 },
  { "m1", 2, "Every teacher has been coached twice", NULL, MILESTONE, TO_COME, NONE, 0, 106, 0,
    -1 },
  { "o2", 1, "1.2 Attendance of disadvantaged pupils is at 94%", "Attendance lead", BAR, GOING, RED,
    5, 230, 0, 0.2 },
  { "a4", 2, "Call every family on the first day of absence", "Attendance lead", BAR, GOING, NONE,
    8, 120, 0, 0.5 },
  { "a5", 2, "Publish the weekly picture to tutors", "Data manager", BAR, LATE, NONE, 10, 70, 0,
    0.1 },
  { "m2", 2, "Attendance over 93%", NULL, MILESTONE, LATE, NONE, 0, 80, 0, -1 },
  { "s2", 0, "Larkrise School", NULL, BAR, GOING, NONE, 0, 0, 0, -1 },
  { "r3", 1, "Autumn review", "Director of education", REVIEW, LATE, NONE, 0, 62, 0, -1 },
  { "o3", 1, "2.1 Every subject has a curriculum that teachers can teach from", "Head of school",
    BAR, GOING, GREEN, 0, 290, 0, 0.3 },
  { "a6", 2, "Map what is taught in each year", "Curriculum lead", BAR, DONE, NONE, 2, 44, 0, 1 },
  { "a7", 2, "Write units for years 7 and 8", "Subject leads", BAR, GOING, NONE, 48, 150, 0, 0.25 },
  { "a8", 2, "Buy a published scheme", "Curriculum lead", BAR, STOPPED, NONE, 60, 100, 0, -1 },
  { "a9", 2, "Train early-career teachers in the units", "Professional development lead", BAR, LATE,
    NONE, 56, 76, 0, 0 },
  { "m3", 2, "Units of year 7 are taught", NULL, MILESTONE, DONE, NONE, 0, 64, 0, -1 },
};

static void
add_row (OctTimelineChart *chart, const Row *row)
{
  gint32 zero = fixture_day (2025, 9, 1);
  OctTimelineRow given = { .id = row->id,
                           .level = row->level,
                           .text = row->text,
                           .owner = row->owner,
                           .kind = row->kind,
                           .state = row->state,
                           .rating = row->rating,
                           .progress = row->progress };

  if (row->end > 0)
    {
      given.start = row->kind == BAR ? zero + row->start : 0;
      given.end = zero + row->end;
    }
  if (row->approved > 0)
    {
      given.baseline_start = zero + row->start;
      given.baseline_end = zero + row->approved;
    }
  oct_timeline_chart_add_row (chart, &given);
}

OctChart *
fixture_timeline (void)
{
  OctTimelineChart *chart = oct_timeline_chart_new ();

  add_terms (chart);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (chart, &rows[i]);
  oct_timeline_chart_add_dependency (chart, "a2", "a1");
  oct_timeline_chart_add_dependency (chart, "a3", "a2");
  oct_timeline_chart_add_dependency (chart, "a7", "a6");
  oct_timeline_chart_set_today (chart, fixture_today ());
  oct_chart_set_subtitle (OCT_CHART (chart), "Objectives, actions, milestones and reviews");
  oct_chart_set_source (OCT_CHART (chart),
                        "Source: invented plans, made for this picture, 24 November 2025");
  return OCT_CHART (chart);
}

static void
add_actions (OctTimelineChart *chart, guint school, guint objective, guint n_actions, GRand *rand)
{
  static const char *const owners[] = { "Head of school", "Maths lead", "Attendance lead",
                                        "Curriculum lead", "Deputy head" };
  gint32 zero = fixture_day (2023, 9, 1);

  for (guint i = 0; i < n_actions; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u-%u-%u", school, objective, i);
      g_autofree char *text = g_strdup_printf (
        "Action %u of objective %u, as agreed with governors", i + 1, objective + 1);
      gint32 start = zero + g_rand_int_range (rand, 0, 1500),
             end = start + g_rand_int_range (rand, 5, 120);
      OctTimelineRow row = { .id = id, .level = 2, .text = text, .progress = 0.4 };

      row.owner = owners[(school + i) % G_N_ELEMENTS (owners)];
      row.kind = i == 9 ? OCT_TIMELINE_MILESTONE : OCT_TIMELINE_BAR;
      row.start = start;
      row.end = end;
      row.state = end < fixture_today ()
                    ? (i % 7 == 0 ? OCT_TIMELINE_OVERDUE : OCT_TIMELINE_COMPLETE)
                  : start < fixture_today () ? OCT_TIMELINE_IN_PROGRESS
                                             : OCT_TIMELINE_NOT_STARTED;
      row.baseline_start = start;
      row.baseline_end = i % 3 == 0 ? end - 9 : end;
      oct_timeline_chart_add_row (chart, &row);
      if (i % 3 == 1)
        {
          g_autofree char *on = g_strdup_printf ("a%u-%u-%u", school, objective, i - 1);

          oct_timeline_chart_add_dependency (chart, id, on);
        }
    }
}

OctChart *
fixture_timeline_many (guint n_schools, guint n_actions)
{
  OctTimelineChart *chart = oct_timeline_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  add_terms (chart);
  oct_timeline_chart_set_today (chart, fixture_today ());
  for (guint i = 0; i < n_schools; i++)
    {
      g_autofree char *school = g_strdup_printf ("s%u", i);
      OctTimelineRow group = { .id = school, .text = fixture_school_name (i), .progress = -1 };

      oct_timeline_chart_add_row (chart, &group);
      for (guint j = 0; j < 3; j++)
        {
          OctTimelineRow review = { .level = 1,
                                    .text = "Review",
                                    .kind = OCT_TIMELINE_REVIEW,
                                    .end = fixture_day (2025, 10, 6) + (gint32) (j * 110 + i),
                                    .state = j == 0 ? OCT_TIMELINE_COMPLETE
                                                    : OCT_TIMELINE_NOT_STARTED };

          oct_timeline_chart_add_row (chart, &review);
        }
      for (guint j = 0; j < 20; j++)
        {
          g_autofree char *id = g_strdup_printf ("o%u-%u", i, j);
          g_autofree char *text = g_strdup_printf ("%u.%u Pupils read widely and often", i + 1,
                                                   j + 1);
          OctTimelineRow row = { .id = id,
                                 .level = 1,
                                 .text = text,
                                 .owner = "Head of school",
                                 .state = OCT_TIMELINE_IN_PROGRESS,
                                 .rating = OCT_RATING_MARK_RED + (i + j) % 3,
                                 .progress = 0.5 };

          oct_timeline_chart_add_row (chart, &row);
          add_actions (chart, i, j, n_actions, rand);
        }
    }
  return OCT_CHART (chart);
}
