/* Plans as a calendar: what is due, as all-day events.
 *
 * The UID of an event is made of its record's id, and its sequence number of the time when what it says
 * was changed last, so that a calendar that takes one again moves its events instead of doubling
 * them, and two exports with nothing changed between them are the same to the byte. All-day events are
 * dates without a time, and so know no time zone. What was done stays and says so; what is not
 * required any more is cancelled.
 */
#include "oct-plan-export.h"

#include <glib/gi18n.h>
#include <libical/ical.h>

#include "oct-workspace.h"

/* 1 January 2020: sequence numbers are seconds since, which fit in 31 bits until 2088. */
#define EPOCH 1577836800

typedef struct
{
  const OctPlanExport *from;
  icalcomponent *calendar;
} Writer;

/**
 * Event:
 * @kind: with the record's id, its UID
 * @details: (nullable): more words
 * @changed: when any of what it says was changed last, in seconds since 1970
 */
typedef struct
{
  const char *kind;
  const char *id;
  OctDate on;
  const char *summary;
  const char *details;
  gboolean cancelled;
  gint64 changed;
} Event;

/* The later of a time and that of a record's last change; @id %NULL for no record. */
static gint64
later_of (Writer *writer, gint64 time, const char *id)
{
  const gint64 *at = id != NULL && writer->from->revisions != NULL
                       ? g_hash_table_lookup (writer->from->revisions, id)
                       : NULL;

  return at != NULL ? MAX (time, *at) : time;
}

static struct icaltimetype
to_ical_date (OctDate date)
{
  struct icaltimetype time = icaltime_null_date ();

  time.year = date / 10000;
  time.month = date / 100 % 100;
  time.day = date % 100;

  return time;
}

/* A day of the register's years only: a calendar takes nothing else. */
static gboolean
is_day (OctDate date)
{
  return date / 10000 >= 1900
         && g_date_valid_dmy ((GDateDay) (date % 100), (GDateMonth) (date / 100 % 100),
                              (GDateYear) (date / 10000));
}

/* (transfer full): without control characters, which no calendar takes; line ends stay. */
static char *
to_plain (const char *text)
{
  char *plain = g_strdup (text);

  for (char *p = plain; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\n')
      *p = ' ';

  return plain;
}

static void
add_event (Writer *writer, const Event *event)
{
  g_autofree char *uid = g_strdup_printf ("%s-%s@octant", event->kind, event->id);
  g_autofree char *summary = to_plain (event->summary);
  g_autofree char *details = to_plain (event->details != NULL ? event->details : "");
  struct icaltimetype start = to_ical_date (event->on);
  struct icaltimetype end = start;
  gint64 changed = MAX (later_of (writer, event->changed, OCT_REVISION_REMOVED), EPOCH);
  struct icaltimetype stamp = icaltime_from_timet_with_zone ((time_t) changed, 0,
                                                             icaltimezone_get_utc_timezone ());
  icalcomponent *component;

  if (!is_day (event->on))
    return;
  icaltime_adjust (&end, 1, 0, 0, 0);
  component = icalcomponent_vanew (
    ICAL_VEVENT_COMPONENT, icalproperty_new_uid (uid), icalproperty_new_dtstamp (stamp),
    icalproperty_new_lastmodified (stamp),
    icalproperty_new_sequence ((int) MIN (changed - EPOCH, G_MAXINT32)),
    icalproperty_new_dtstart (start), icalproperty_new_dtend (end),
    icalproperty_new_summary (summary), icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT),
    icalproperty_new_status (event->cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED),
    (void *) 0);
  if (*details != '\0')
    icalcomponent_add_property (component, icalproperty_new_description (details));
  icalcomponent_add_component (writer->calendar, component);
}

/* When any of what an event of an objective says was changed last. */
static gint64
find_change (Writer *writer, const OctPlan *plan, const OctObjective *objective,
             const char *owner_id)
{
  gint64 changed = later_of (writer, 0, plan->record.id);

  changed = later_of (writer, changed, plan->school_id);
  changed = later_of (writer, changed, objective->record.id);

  return later_of (writer, changed, owner_id);
}

/* (transfer full): what an event of an objective says more. */
static char *
describe (Writer *writer, const OctPlan *plan, const OctObjective *objective, const char *owner_id)
{
  const char *owner = oct_plan_export_person (writer->from, owner_id);
  GString *text = g_string_new (plan->title);

  g_string_append_printf (text, " · %s\n", oct_plan_export_school (writer->from, plan));
  if (*objective->reference != '\0')
    g_string_append_printf (text, "%s ", objective->reference);
  g_string_append (text, objective->statement);
  if (*owner != '\0')
    /* Translators: %s is a post or a name. */
    g_string_append_printf (text, _("\nOwner: %s"), owner);

  return g_string_free (text, FALSE);
}

static void
add_action (Writer *writer, const OctPlan *plan, const OctObjective *objective,
            const OctAction *action)
{
  const char *school = oct_plan_export_school (writer->from, plan);
  g_autofree char *details = describe (writer, plan, objective, action->owner_id);
  g_autofree char *summary = NULL;
  gint64 changed;

  if (action->status == OCT_ACTION_COMPLETE)
    /* Translators: an action and a school. */
    summary = g_strdup_printf (_("Done: %s (%s)"), action->text, school);
  else
    /* Translators: an action and a school. */
    summary = g_strdup_printf (_("Due: %s (%s)"), action->text, school);
  changed = find_change (writer, plan, objective, action->owner_id);
  add_event (writer, &(Event) { "action", action->record.id, action->due, summary, details,
                                action->status == OCT_ACTION_NOT_REQUIRED,
                                later_of (writer, changed, action->record.id) });
}

static void
add_milestone (Writer *writer, const OctPlan *plan, const OctObjective *objective,
               const OctMilestone *milestone)
{
  g_autofree char *details = describe (writer, plan, objective, objective->owner_id);
  g_autofree char *summary
    /* Translators: a milestone and a school. */
    = g_strdup_printf (_("Milestone: %s (%s)"), milestone->title,
                       oct_plan_export_school (writer->from, plan));
  gint64 changed = find_change (writer, plan, objective, objective->owner_id);

  add_event (writer, &(Event) { "milestone", milestone->record.id, milestone->due, summary, details,
                                FALSE, later_of (writer, changed, milestone->record.id) });
}

static void
add_objectives (Writer *writer, const OctPlan *plan)
{
  OctPlanBook *book = writer->from->book;
  GPtrArray *objectives = oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);

  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      GPtrArray *actions = oct_plan_book_get_children (book, &oct_action_kind,
                                                       objective->record.id);
      GPtrArray *milestones = oct_plan_book_get_children (book, &oct_milestone_kind,
                                                          objective->record.id);

      if (!oct_objective_is_standing (objective))
        continue;
      for (guint j = 0; j < actions->len; j++)
        add_action (writer, plan, objective, g_ptr_array_index (actions, j));
      for (guint j = 0; j < milestones->len; j++)
        add_milestone (writer, plan, objective, g_ptr_array_index (milestones, j));
    }
}

static void
add_reviews (Writer *writer, const OctPlan *plan)
{
  OctPlanBook *book = writer->from->book;
  GPtrArray *reviews = oct_plan_book_get_children (book, &oct_review_kind, plan->record.id);
  /* Translators: a school. */
  g_autofree char *summary = g_strdup_printf (_("Review of the plan (%s)"),
                                              oct_plan_export_school (writer->from, plan));
  gint64 changed = later_of (writer, later_of (writer, 0, plan->record.id), plan->school_id);
  gint64 next = later_of (writer, changed, OCT_REVISION_GONE_REVIEWS);
  gboolean none = FALSE;

  for (guint i = 0; i < reviews->len; i++)
    {
      const OctReview *review = g_ptr_array_index (reviews, i);

      add_event (writer, &(Event) { "review", review->record.id, review->on, summary, review->title,
                                    FALSE, later_of (writer, changed, review->record.id) });
      next = later_of (writer, next, review->record.id);
    }
  /* It belongs to the plan, and so moves on from review to review. */
  add_event (writer, &(Event) { "next-review", plan->record.id,
                                oct_plan_get_next_review (book, plan->record.id, &none), summary,
                                plan->title, FALSE, next });
}

static const char *
find_school_name (Writer *writer, const char *school_id)
{
  const OctOwnSchool *school = oct_assessment_find_school (writer->from->assessment, school_id);

  return school != NULL ? school->name : "";
}

static void
add_rechecks (Writer *writer)
{
  GPtrArray *rechecks = oct_plan_book_get_all (writer->from->book, &oct_recheck_kind);

  for (guint i = 0; i < rechecks->len; i++)
    {
      const OctRecheck *recheck = g_ptr_array_index (rechecks, i);
      const OctSupport *support = oct_plan_book_find (writer->from->book, &oct_support_kind,
                                                      recheck->support_id);
      g_autofree char *summary = NULL;
      gint64 changed = later_of (writer, 0, recheck->record.id);

      if (support == NULL)
        continue;
      changed = later_of (writer, changed, support->record.id);
      /* Translators: a kind of support and a school. */
      summary = g_strdup_printf (_("Did it last? %s (%s)"), support->support,
                                 find_school_name (writer, support->school_id));
      add_event (writer,
                 &(Event) { "re-check", recheck->record.id, recheck->due, summary, recheck->note,
                            FALSE, later_of (writer, changed, support->school_id) });
    }
}

static void
add_visits (Writer *writer)
{
  GPtrArray *visits = oct_plan_book_get_all (writer->from->book, &oct_visit_kind);

  for (guint i = 0; i < visits->len; i++)
    {
      const OctVisit *visit = g_ptr_array_index (visits, i);
      /* Translators: a school. */
      g_autofree char *summary = g_strdup_printf (_("Visit (%s)"),
                                                  find_school_name (writer, visit->school_id));
      gint64 changed = later_of (writer, later_of (writer, 0, visit->record.id), visit->school_id);

      add_event (writer, &(Event) { "visit", visit->record.id, visit->on, summary, visit->focus,
                                    FALSE, changed });
      add_event (writer, &(Event) { "next-visit", visit->record.id, visit->next_on, summary,
                                    visit->next_focus, FALSE, changed });
    }
}

/**
 * oct_plan_export_to_calendar:
 * @self: an export
 *
 * Writes what plans have on a day as an iCalendar file (RFC 5545): due actions, milestones and reviews
 * of the plans, and the re-checks of support and the visits of the trust.
 *
 * Returns: (transfer full): the file
 */
GBytes *
oct_plan_export_to_calendar (const OctPlanExport *self)
{
  Writer writer = { self, icalcomponent_new_vcalendar () };
  char *text;
  GBytes *bytes;

  icalcomponent_add_property (writer.calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (writer.calendar, icalproperty_new_prodid ("-//Octant//Plans//EN"));
  for (guint i = 0; i < self->plans->len; i++)
    {
      add_objectives (&writer, g_ptr_array_index (self->plans, i));
      add_reviews (&writer, g_ptr_array_index (self->plans, i));
    }
  add_rechecks (&writer);
  add_visits (&writer);
  text = icalcomponent_as_ical_string_r (writer.calendar);
  bytes = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (writer.calendar);

  return bytes;
}
