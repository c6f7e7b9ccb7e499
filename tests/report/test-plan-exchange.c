/* Plans out and in again: the table that loses nothing, whatever stands in it; tables that others wrote;
 * the calendar as a calendar reads it; the spreadsheet.
 */
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <libical/ical.h>
#include <math.h>
#include <string.h>

#include "oct-error.h"
#include "oct-framework-file.h"
#include "oct-plan-export.h"
#include "oct-plan-format.h"
#include "oct-plan-table.h"
#include "oct-workspace.h"

#define SCHOOL "5a3a0d0e-4c2b-4a51-9c55-0d4f3f0a0001"
#define OTHER_SCHOOL "5a3a0d0e-4c2b-4a51-9c55-0d4f3f0a0002"
#define HEAD "5a3a0d0e-4c2b-4a51-9c55-0d4f3f0a0003"

/* Formulas, quotes, line ends, right-to-left text, space at both ends, apostrophes of one's own. */
static const char *const nasty[] = {
  "=HYPERLINK(\"http://example.invalid\")",
  "+1",
  "-2+3",
  "@sum",
  "\tafter a tab",
  "'=quoted",
  "''+twice",
  "'plain",
  "\"quoted\", and a comma",
  "two\nlines",
  "\r\nbegins with a line end",
  " space before",
  "space after ",
  "شغف القراءة",
  "‏=1",
  "£1,200; 5 > 4",
  "Ŵŷ café — “ok”",
};

static OctOwnSchool *
make_school (const char *id, const char *name, guint32 urn)
{
  OctOwnSchool *school = oct_own_school_new ();

  g_free (school->id);
  school->id = g_strdup (id);
  g_free (school->name);
  school->name = g_strdup (name);
  school->urn = urn;

  return school;
}

static OctAssessment *
make_assessment (void)
{
  OctAssessmentParts parts = {
    .framework = oct_framework_file_load_built_in (NULL),
    .trust = g_new0 (OctOwnTrust, 1),
    .schools = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free),
    .cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_cycle_free),
    .targets = g_ptr_array_new (),
    .pillars = g_ptr_array_new (),
    .people = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_person_free),
    .judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_judgement_free),
    .before = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_judgement_free)
  };
  OctPerson *head = g_new0 (OctPerson, 1);

  parts.trust->name = g_strdup ("Harbour Trust");
  g_ptr_array_add (parts.schools, make_school (SCHOOL, "Oak Primary School", 100001));
  g_ptr_array_add (parts.schools, make_school (OTHER_SCHOOL, "Elm Primary School", 100002));
  head->id = g_strdup (HEAD);
  head->name = g_strdup ("");
  head->post = g_strdup ("Head of English");
  g_ptr_array_add (parts.people, head);

  return oct_assessment_new (&parts);
}

/* A record of the kind that has @text in every text, and something in every other field. */
static gpointer
make_record (const OctRecordKind *kind, const char *parent_id, const char *text)
{
  gpointer record = oct_record_new_with_id (kind);

  for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
    if (field->type == OCT_RECORD_TEXT)
      oct_record_set_text (record, field, text);
    else if (field->type == OCT_RECORD_PERSON)
      oct_record_set_text (record, field, HEAD);
    else if (field->type == OCT_RECORD_DATE)
      oct_record_set_number (record, field, 20260131);
    else if (field->type == OCT_RECORD_DECIMAL)
      oct_record_set_decimal (record, field, -62.35);
    else if (field->type == OCT_RECORD_NUMBER)
      oct_record_set_number (record, field, 2025);
    else if (field->type == OCT_RECORD_CHOICE)
      oct_record_set_number (record, field, 1);
    else if (kind->parent != NULL && g_str_equal (field->name, kind->parent))
      oct_record_set_text (record, field, parent_id);

  return record;
}

static gpointer
add (OctRecordChange *change, const OctRecordKind *kind, const char *parent_id, const char *text)
{
  return oct_record_change_put (change, make_record (kind, parent_id, text));
}

/* A plan with one of everything for each nasty text. */
static OctPlanBook *
make_book (void)
{
  g_autoptr (OctPlanBook) empty = oct_plan_book_new_empty ();
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  OctPlan *plan = add (change, &oct_plan_kind, NULL, nasty[0]);

  plan->scope = OCT_SCOPE_SCHOOL;
  oct_replace (&plan->school_id, SCHOOL);
  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    {
      OctObjective *objective = add (change, &oct_objective_kind, plan->record.id, nasty[i]);
      OctCriterion *criterion = add (change, &oct_criterion_kind, objective->record.id, nasty[i]);
      OctReview *review = add (change, &oct_review_kind, plan->record.id, nasty[i]);
      OctProgress *progress = add (change, &oct_progress_kind, review->record.id, nasty[i]);
      OctAction *action = add (change, &oct_action_kind, objective->record.id, nasty[i]);
      OctActual *actual;

      oct_replace (&progress->objective_id, objective->record.id);
      review->number = i + 1;
      review->next_on = 20260300 + (OctDate) i + 1;
      progress->final = TRUE;
      oct_replace (&criterion->figure, "");
      criterion->target = i % 2 == 0 ? NAN : 1.0 / 3;
      action->cost = 120000 + i;
      add (change, &oct_milestone_kind, objective->record.id, nasty[i]);
      actual = add (change, &oct_actual_kind, criterion->record.id, nasty[i]);
      oct_replace (&actual->review_id, review->record.id);
      add (change, &oct_plan_step_kind, plan->record.id, nasty[i]);
    }

  return oct_plan_book_apply (empty, change);
}

static OctPlanExport
make_export (OctPlanBook *book, OctAssessment *assessment)
{
  return (OctPlanExport) { book, assessment, oct_plan_export_all (book), NULL };
}

static OctPlanTaken *
take (GBytes *bytes, OctPlanBook *book, OctAssessment *assessment, const char *school_id)
{
  const OctPlanTarget target = { book, assessment, school_id, "Plan", 2025 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OctPlanTable) table = oct_plan_table_read (bytes, "plan.csv", &error);
  OctPlanTaken *taken;

  g_assert_no_error (error);
  taken = oct_plan_table_take (table, &target, &error);
  g_assert_no_error (error);

  return taken;
}

static void
assert_same_bytes (GBytes *a, GBytes *b)
{
  g_autofree char *left = g_strndup (g_bytes_get_data (a, NULL), g_bytes_get_size (a));
  g_autofree char *right = g_strndup (g_bytes_get_data (b, NULL), g_bytes_get_size (b));

  g_assert_cmpstr (left, ==, right);
}

static void
test_round_trip (void)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (OctPlanBook) book = make_book ();
  g_autoptr (OctPlanBook) empty = oct_plan_book_new_empty ();
  g_autoptr (OctPlanBook) other = NULL;
  OctPlanExport from = make_export (book, assessment);
  OctPlanExport again;
  g_autoptr (GBytes) csv = oct_plan_export_to_csv (&from);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (OctPlanTaken) same = take (csv, book, assessment, NULL);
  g_autoptr (OctPlanTaken) fresh = take (csv, empty, assessment, NULL);

  g_assert_cmpuint (same->refusals->len, ==, 0);
  g_assert_true (oct_record_change_is_empty (same->change));
  g_assert_cmpuint (same->change->people->len, ==, 0);

  other = oct_plan_book_apply (empty, fresh->change);
  for (guint i = 0; oct_plan_row_kinds[i].kind != NULL; i++)
    {
      GPtrArray *left = oct_plan_book_get_all (book, oct_plan_row_kinds[i].kind);

      g_assert_cmpuint (left->len, ==,
                        oct_plan_book_get_all (other, oct_plan_row_kinds[i].kind)->len);
      for (guint j = 0; j < left->len; j++)
        {
          const OctRecord *record = g_ptr_array_index (left, j);

          g_assert_true (
            oct_record_equal (record, oct_plan_book_find (other, record->kind, record->id)));
        }
    }
  again = make_export (other, assessment);
  second = oct_plan_export_to_csv (&again);
  assert_same_bytes (csv, second);
  g_ptr_array_unref (from.plans);
  g_ptr_array_unref (again.plans);
}

/* A plan that is taken to another school is another plan, and refers to itself alone. */
static void
test_copy_to_other_school (void)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (OctPlanBook) book = make_book ();
  OctPlanExport from = make_export (book, assessment);
  g_autoptr (GBytes) csv = oct_plan_export_to_csv (&from);
  g_autoptr (OctPlanTaken) taken = take (csv, book, assessment, OTHER_SCHOOL);

  g_assert_cmpuint (taken->plans, ==, 1);
  g_assert_cmpuint (taken->objectives, ==, G_N_ELEMENTS (nasty));
  for (guint i = 0; i < taken->change->puts->len; i++)
    {
      const OctRecord *record = g_ptr_array_index (taken->change->puts, i);

      g_assert_null (oct_plan_book_find (book, record->kind, record->id));
      if (record->kind == &oct_plan_kind)
        g_assert_cmpstr (((const OctPlan *) record)->school_id, ==, OTHER_SCHOOL);
      if (record->kind == &oct_objective_kind)
        g_assert_null (
          oct_plan_book_find (book, &oct_plan_kind, ((const OctObjective *) record)->plan_id));
    }
  g_ptr_array_unref (from.plans);
}

/* No cell of an export begins as a formula does. */
static void
test_harmless (void)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (OctPlanBook) book = make_book ();
  OctPlanExport from = make_export (book, assessment);
  g_autoptr (GBytes) csv = oct_plan_export_to_csv (&from);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

  g_assert_null (strstr (text, ",="));
  g_assert_null (strstr (text, ",\"="));
  g_assert_null (strstr (text, ",+"));
  g_assert_null (strstr (text, ",\"@"));
  g_assert_nonnull (strstr (text, ",\"'=HYPERLINK"));
  g_ptr_array_unref (from.plans);
}

/* --- tables of others --- */

#define PASTED                                                                                     \
  "Priority\tSuccess criteria\tBaseline\tActions\tLead\tBy when\tCost\tRAG\tComments\n"            \
  "Raise reading\t80% read well\t62%\tBuy books\tHead of English\tDec 2025\t£1,200\tGreen\t\n"    \
  "\t\t\tTrain staff\tDeputy head\tAutumn term\tnot known\tdone\t\"two\nlines\"\n"                 \
  "\t\t\tVisit Elm\thead of english\t12/12/25\t\t\t\n"                                             \
  "Better attendance\tPersistent absence falls\tmany\tCall home\tDeputy head\t2025-12-12\t0\t\t\n" \
  "\t\t\tReport\tDeputy head\twhen we can\t\t\t\n"

static const OctAction *
find_action (const OctPlanTaken *taken, const char *text)
{
  for (guint i = 0; i < taken->change->puts->len; i++)
    {
      const OctRecord *record = g_ptr_array_index (taken->change->puts, i);

      if (record->kind == &oct_action_kind
          && g_str_equal (((const OctAction *) record)->text, text))
        return (const OctAction *) record;
    }
  g_error ("there is no action “%s”", text);
}

static const OctCriterion *
find_criterion (const OctPlanTaken *taken, const char *measure)
{
  for (guint i = 0; i < taken->change->puts->len; i++)
    {
      const OctRecord *record = g_ptr_array_index (taken->change->puts, i);

      if (record->kind == &oct_criterion_kind
          && g_str_has_prefix (((const OctCriterion *) record)->measure, measure))
        return (const OctCriterion *) record;
    }
  g_error ("there is no criterion “%s”", measure);
}

static void
test_pasted (void)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (OctPlanBook) empty = oct_plan_book_new_empty ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (PASTED, strlen (PASTED));
  g_autoptr (OctPlanTaken) taken = take (bytes, empty, assessment, SCHOOL);
  const OctAction *action;
  const OctCriterion *criterion;

  g_assert_cmpuint (taken->objectives, ==, 2);
  g_assert_cmpuint (taken->criteria, ==, 2);
  g_assert_cmpuint (taken->actions, ==, 5);
  g_assert_cmpuint (taken->people, ==, 1);
  action = find_action (taken, "Buy books");
  g_assert_cmpstr (action->owner_id, ==, HEAD);
  g_assert_cmpint (action->due, ==, 20251231);
  g_assert_cmpint (action->cost, ==, 120000);
  /* A colour is no status: it waits for a review, and its word is kept. */
  g_assert_cmpstr (action->note, ==, "RAG: Green");
  action = find_action (taken, "Train staff");
  g_assert_cmpint (action->status, ==, OCT_ACTION_COMPLETE);
  g_assert_cmpint (action->due / 100, ==, 202512);
  g_assert_nonnull (strstr (action->note, "Cost: not known"));
  g_assert_nonnull (strstr (action->note, "Comments: two\nlines"));
  action = find_action (taken, "Visit Elm");
  g_assert_cmpstr (action->owner_id, ==, HEAD);
  g_assert_cmpint (action->due, ==, 20251212);
  criterion = find_criterion (taken, "80% read well");
  g_assert_cmpfloat (criterion->baseline, ==, 62);
  g_assert_cmpstr (criterion->unit, ==, "%");
  criterion = find_criterion (taken, "Persistent absence falls");
  g_assert_true (isnan (criterion->baseline));
  g_assert_nonnull (strstr (criterion->measure, "Baseline: many"));
  action = find_action (taken, "Report");
  g_assert_cmpstr (action->note, ==, "By when: when we can");
  /* Each of them is told, with its line. */
  g_assert_cmpuint (taken->refusals->len, ==, 4);
  g_assert_cmpuint (((OctPlanRefusal *) taken->refusals->pdata[0])->line, ==, 2);
  g_assert_cmpstr (((OctPlanRefusal *) taken->refusals->pdata[0])->text, ==, "Green");
  for (guint i = 0; i < taken->change->puts->len; i++)
    g_assert_true (oct_record_check (taken->change->puts->pdata[i], NULL));
}

static void
assert_due (const char *written, OctDate due)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (OctPlanBook) empty = oct_plan_book_new_empty ();
  g_autofree char *text = g_strdup_printf ("Objective\tAction\tDeadline\nO\tA\t%s\n", written);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (OctPlanTaken) taken = take (bytes, empty, assessment, SCHOOL);
  const OctAction *action = find_action (taken, "A");

  if (due == OCT_DATE_UNKNOWN)
    g_assert_nonnull (strstr (action->note, written));
  else
    g_assert_cmpstr (action->note, ==, "");
  if (due > 0 && due < 1000000)
    g_assert_cmpint (action->due / 100, ==, due);
  else
    g_assert_cmpint (action->due, ==, due);
}

/* A month and a term mean their end; without a year they are in the plan's. */
static void
test_days (void)
{
  assert_due ("2025-12-12", 20251212);
  assert_due ("12/12/2025", 20251212);
  assert_due ("1.2.26", 20260201);
  assert_due ("12th December 2025", 20251212);
  assert_due ("3 March", 20260303);
  assert_due ("Dec 2025", 20251231);
  assert_due ("Feb 26", 20260228);
  assert_due ("September", 20250930);
  assert_due ("July", 20260731);
  assert_due ("Autumn term", 202512);
  assert_due ("Autumn 2025", 202512);
  assert_due ("Summer term 2026", 202607);
  assert_due ("31/02/2026", OCT_DATE_UNKNOWN);
  assert_due ("ongoing", OCT_DATE_UNKNOWN);
  assert_due ("12/13/2025", OCT_DATE_UNKNOWN);
}

/* An owner and a day stand twice: beside those that say they are the action's, the others are the
 * objective's, in whatever order.
 */
static void
test_owners_of_both (void)
{
  static const char text[] = "Objective,Owner,Due,Action,Action owner,Action due\n"
                             "Read well,Head,18/07/2026,Coach,Reading lead,28/02/2026\n";
  static const char turned[] = "Action due,Action owner,Action,Due,Owner,Objective\n"
                               "28/02/2026,Reading lead,Coach,18/07/2026,Head,Read well\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GBytes) other = g_bytes_new_static (turned, sizeof turned - 1);
  g_autoptr (OctPlanTable) table = oct_plan_table_read (bytes, "a", NULL);
  g_autoptr (OctPlanTable) back = oct_plan_table_read (other, "b", NULL);
  const OctPlanColumn columns[] = { OCT_PLAN_COLUMN_OBJECTIVE,     OCT_PLAN_COLUMN_OBJECTIVE_OWNER,
                                    OCT_PLAN_COLUMN_OBJECTIVE_DUE, OCT_PLAN_COLUMN_ACTION,
                                    OCT_PLAN_COLUMN_ACTION_OWNER,  OCT_PLAN_COLUMN_ACTION_DUE };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_assert_cmpint (table->columns[i], ==, columns[i]);
      g_assert_cmpint (back->columns[G_N_ELEMENTS (columns) - 1 - i], ==, columns[i]);
    }
}

static void
test_columns_remembered (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PASTED, strlen (PASTED));
  g_autoptr (OctPlanTable) table = oct_plan_table_read (bytes, "a", NULL);
  g_autoptr (OctPlanTable) same = oct_plan_table_read (bytes, "b", NULL);
  g_autofree char *key = oct_plan_table_get_key (table);
  g_autofree char *other_key = oct_plan_table_get_key (same);
  g_autofree char *columns = NULL;

  g_assert_cmpint (table->columns[0], ==, OCT_PLAN_COLUMN_OBJECTIVE);
  g_assert_cmpint (table->columns[4], ==, OCT_PLAN_COLUMN_ACTION_OWNER);
  g_assert_cmpint (table->columns[8], ==, OCT_PLAN_COLUMN_NOTE);
  table->columns[8] = OCT_PLAN_COLUMN_SKIP;
  columns = oct_plan_table_columns_to_text (table);
  g_assert_cmpstr (key, ==, other_key);
  oct_plan_table_columns_from_text (same, columns);
  g_assert_cmpint (same->columns[8], ==, OCT_PLAN_COLUMN_SKIP);
  oct_plan_table_columns_from_text (same, "1 2 99");
  g_assert_cmpint (same->columns[0], ==, OCT_PLAN_COLUMN_OBJECTIVE);
}

static void
test_no_objective (void)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (OctPlanBook) empty = oct_plan_book_new_empty ();
  const OctPlanTarget target = { empty, assessment, SCHOOL, NULL, 2025 };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b\n1,2\n", 8);
  g_autoptr (GBytes) header = g_bytes_new_static ("Objective,b\n", 12);
  g_autoptr (OctPlanTable) table = oct_plan_table_read (bytes, "a", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (oct_plan_table_take (table, &target, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  g_clear_error (&error);
  g_assert_null (oct_plan_table_read (header, "a", &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
}

/* --- calendar and spreadsheet --- */

static icalcomponent *
read_calendar (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);

  return calendar;
}

static icalcomponent *
find_event (icalcomponent *calendar, const char *uid)
{
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  while (event != NULL && !g_str_equal (icalcomponent_get_uid (event), uid))
    event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);

  return event;
}

static int
get_sequence (icalcomponent *calendar, const char *uid)
{
  icalcomponent *event = find_event (calendar, uid);

  g_assert_nonnull (event);

  return icalproperty_get_sequence (
    icalcomponent_get_first_property (event, ICAL_SEQUENCE_PROPERTY));
}

static void
revise (GHashTable *revisions, const char *id, gint64 at)
{
  gint64 *kept = g_new (gint64, 1);

  *kept = at;
  g_hash_table_insert (revisions, g_strdup (id), kept);
}

static void
test_calendar (void)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (OctPlanBook) book = make_book ();
  OctPlanExport from = make_export (book, assessment);
  GPtrArray *actions = oct_plan_book_get_all (book, &oct_action_kind);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) later_bytes = NULL;
  g_autoptr (GBytes) removed_bytes = NULL;
  g_autoptr (GHashTable) revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            g_free);
  OctAction *first = g_ptr_array_index (actions, 0);
  g_autofree char *uid = NULL;
  g_autofree char *uid_2 = NULL;
  icalcomponent *calendar;
  icalcomponent *later;
  icalcomponent *removed;
  icalcomponent *event;
  struct icaltimetype start;
  struct icaltimetype end;

  for (guint i = 0; i < oct_plan_book_get_all (book, &oct_objective_kind)->len; i++)
    ((OctObjective *) oct_plan_book_get_all (book, &oct_objective_kind)->pdata[i])->withdrawn_on =
      OCT_DATE_UNKNOWN;
  from.revisions = revisions;
  revise (revisions, first->record.id, 1780000000);
  bytes = oct_plan_export_to_calendar (&from);
  again = oct_plan_export_to_calendar (&from);
  g_assert_true (g_bytes_equal (bytes, again));
  first->due = 20260201;
  revise (revisions, first->record.id, 1780000001);
  later_bytes = oct_plan_export_to_calendar (&from);
  calendar = read_calendar (bytes);
  later = read_calendar (later_bytes);
  /* An action, a milestone and a review for each text, and the next review of the plan. */
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==,
                   3 * G_N_ELEMENTS (nasty) + 1);
  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);
      g_autofree char *action_uid = g_strdup_printf ("action-%s@octant", action->record.id);
      g_autofree char *words = g_strdup (action->text);

      event = find_event (calendar, action_uid);
      g_assert_nonnull (event);
      g_strdelimit (words, "\t\r", ' ');
      g_assert_nonnull (strstr (icalcomponent_get_summary (event), words));
      g_assert_nonnull (strstr (icalcomponent_get_summary (event), "(Oak Primary School)"));
    }
  uid = g_strdup_printf ("action-%s@octant", first->record.id);
  event = find_event (calendar, uid);
  start = icalcomponent_get_dtstart (event);
  end = icalcomponent_get_dtend (event);
  g_assert_true (start.is_date && end.is_date);
  g_assert_cmpint (start.year * 10000 + start.month * 100 + start.day, ==, 20260131);
  g_assert_cmpint (end.year * 10000 + end.month * 100 + end.day, ==, 20260201);
  g_assert_null (icaltime_get_tzid (start));
  /* A new day is a later revision of the same event, and of no other. */
  g_assert_cmpint (get_sequence (calendar, uid), >, 0);
  g_assert_cmpint (get_sequence (later, uid), ==, get_sequence (calendar, uid) + 1);
  g_assert_cmpint (icalcomponent_get_dtstart (find_event (later, uid)).month, ==, 2);
  uid_2 = g_strdup_printf ("action-%s@octant", ((OctRecord *) actions->pdata[1])->id);
  g_assert_cmpint (get_sequence (later, uid_2), ==, get_sequence (calendar, uid_2));
  /* A removal for good may have changed what any of them says, and took away what told when. */
  g_hash_table_remove_all (revisions);
  revise (revisions, OCT_REVISION_REMOVED, 1780000002);
  removed_bytes = oct_plan_export_to_calendar (&from);
  removed = read_calendar (removed_bytes);
  g_assert_cmpint (get_sequence (removed, uid), ==, get_sequence (later, uid) + 1);
  g_assert_cmpint (get_sequence (removed, uid_2), ==, get_sequence (removed, uid));
  icalcomponent_free (removed);
  icalcomponent_free (calendar);
  icalcomponent_free (later);
  g_ptr_array_unref (from.plans);
}

/* One member of the zip that a spreadsheet is. */
static char *
read_member (const char *path, const char *member)
{
  struct archive *zip = archive_read_new ();
  struct archive_entry *entry;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean found = FALSE;

  archive_read_support_format_zip (zip);
  g_assert_cmpint (archive_read_open_filename (zip, path, 65536), ==, ARCHIVE_OK);
  while (!found && archive_read_next_header (zip, &entry) == ARCHIVE_OK)
    {
      char buffer[4096];
      la_ssize_t n;

      found = g_str_equal (archive_entry_pathname (entry), member);
      while (found && (n = archive_read_data (zip, buffer, sizeof buffer)) > 0)
        g_string_append_len (text, buffer, n);
    }
  archive_read_free (zip);
  g_assert_true (found);

  return g_strdup (text->str);
}

static void
test_spreadsheet (void)
{
  static const char *const names[] = { "Objectives", "Success criteria", "Actions", "Milestones",
                                       "Reviews" };
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (OctPlanBook) book = make_book ();
  OctPlanExport from = make_export (book, assessment);
  g_autofree char *dir = g_dir_make_tmp ("octant-plans-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "plans.xlsx", NULL);
  g_autofree char *workbook = NULL;
  g_autofree char *actions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (oct_plan_export_to_xlsx (&from, path, &error));
  g_assert_no_error (error);
  workbook = read_member (path, "xl/workbook.xml");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (strstr (workbook, names[i]));
  actions = read_member (path, "xl/worksheets/sheet3.xml");
  g_assert_nonnull (strstr (actions, "<pane "));
  g_assert_nonnull (strstr (actions, "state=\"frozen\""));
  /* A formula is words: no cell of the sheet is one. */
  g_assert_null (strstr (actions, "<f>"));
  g_assert_nonnull (strstr (actions, "HYPERLINK"));
  /* 31 January 2026 as a day, £1,200 as a number. */
  g_assert_nonnull (strstr (actions, "<v>46053</v>"));
  g_assert_nonnull (strstr (actions, "<v>1200</v>"));
  g_unlink (path);
  g_rmdir (dir);
  g_ptr_array_unref (from.plans);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/plan-exchange/a table comes back as it was", test_round_trip);
  g_test_add_func ("/report/plan-exchange/another school's plan is another plan",
                   test_copy_to_other_school);
  g_test_add_func ("/report/plan-exchange/no cell is a formula", test_harmless);
  g_test_add_func ("/report/plan-exchange/a pasted table becomes a plan", test_pasted);
  g_test_add_func ("/report/plan-exchange/days as people write them", test_days);
  g_test_add_func ("/report/plan-exchange/owners of objective and action are told apart",
                   test_owners_of_both);
  g_test_add_func ("/report/plan-exchange/columns are remembered", test_columns_remembered);
  g_test_add_func ("/report/plan-exchange/a table without objectives", test_no_objective);
  g_test_add_func ("/report/plan-exchange/a calendar reads the events", test_calendar);
  g_test_add_func ("/report/plan-exchange/the spreadsheet has five sheets", test_spreadsheet);

  return g_test_run ();
}
