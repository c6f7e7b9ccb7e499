/* Invented plans over time for the tests and the gallery: no trust, school or plan is real. */
#pragma once

#include "oct-timeline-chart.h"

/* The day that is today in all of them: 24 November 2025. */
gint32 fixture_today (void);
gint32 fixture_day (int year, int month, int day);
/* Two schools: 3 of 9 actions are overdue, "Coach every teacher of maths" longest; one action starts
 * before what it needs has ended; two end later than approved. */
OctChart *fixture_timeline (void);
/* Schools × 20 objectives × @n_actions actions, with milestones and reviews. */
OctChart *fixture_timeline_many (guint n_schools, guint n_actions);
