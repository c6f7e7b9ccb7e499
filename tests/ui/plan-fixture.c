/* A plan of one of the fixture's schools; see the header. */
#include "plan-fixture.h"

#include <string.h>

OctPlanBook *
get_plans (Fixture *fixture)
{
  return oct_workbench_get_plans (fixture->workbench);
}

void
change_plans (Fixture *fixture, OctRecordChange *change, const char *sentence)
{
  const OctEditInfo info = { .sentence = sentence, .location = "plans" };

  oct_workbench_change_records_async (fixture->workbench, &info, change, done_cb, NULL);
  settle (fixture);
}

gpointer
find_record (Fixture *fixture, const OctRecordKind *kind, const char *field, const char *text)
{
  GPtrArray *all = oct_plan_book_get_all (get_plans (fixture), kind);
  const OctRecordField *described = oct_record_kind_find_field (kind, field);

  for (guint i = 0; i < all->len; i++)
    {
      gpointer record = g_ptr_array_index (all, i);

      if (g_strcmp0 (oct_record_get_text (record, described), text) == 0)
        return record;
    }
  g_error ("No record of %s says “%s”.", kind->table, text);
}

static OctObjective *
put_objective (OctRecordChange *change, const OctPlan *plan, const char *reference,
               const char *statement)
{
  OctObjective *objective = oct_record_change_put (change, oct_record_new (&oct_objective_kind));

  oct_replace (&objective->plan_id, plan->record.id);
  oct_replace (&objective->reference, reference);
  oct_replace (&objective->rank, *reference == '1' ? "h" : "p");
  oct_replace (&objective->statement, statement);

  return objective;
}

static OctAction *
put_action (OctRecordChange *change, const OctObjective *objective, const char *rank,
            const char *text)
{
  OctAction *action = oct_record_change_put (change, oct_record_new (&oct_action_kind));

  oct_replace (&action->objective_id, objective->record.id);
  oct_replace (&action->rank, rank);
  oct_replace (&action->text, text);

  return action;
}

static void
fill_reading (OctRecordChange *change, OctObjective *objective, const char *person_id)
{
  OctCriterion *criterion = oct_record_change_put (change, oct_record_new (&oct_criterion_kind));
  OctMilestone *milestone = oct_record_change_put (change, oct_record_new (&oct_milestone_kind));
  OctAction *action;

  oct_replace (&objective->rationale, "Three in ten pupils leave Year 2 without reading fluently.");
  oct_replace (&objective->area, "ofsted-curriculum");
  oct_replace (&objective->element, ELEMENT);
  objective->lever = OCT_LEVER_PEDAGOGY;
  oct_replace (&objective->owner_id, person_id);
  objective->due = 20260717;
  oct_replace (&criterion->objective_id, objective->record.id);
  oct_replace (&criterion->rank, "m");
  oct_replace (&criterion->measure, "Pupils who pass the phonics check");
  oct_replace (&criterion->unit, "%");
  criterion->baseline = 61.5;
  criterion->baseline_on = 20250620;
  criterion->target = 80;
  criterion->target_on = 20260619;
  action = put_action (change, objective, "h", "Coach every Year 1 teacher in phonics");
  oct_replace (&action->owner_id, person_id);
  action->starts = 20250908;
  action->due = 20251219;
  action->status = OCT_ACTION_IN_PROGRESS;
  action->development = TRUE;
  action->cost = 150000;
  oct_replace (&action->fund, "Pupil premium");
  action = put_action (change, objective, "p", "Buy decodable books");
  action->due = 20270115;
  oct_replace (&milestone->objective_id, objective->record.id);
  oct_replace (&milestone->rank, "m");
  oct_replace (&milestone->title, "All teachers observed");
  oct_replace (&milestone->term, "Autumn 2025");
  milestone->due = 20251219;
}

static OctReview *
put_review (OctRecordChange *change, const OctPlan *plan, gint64 number, OctDate on)
{
  OctReview *review = oct_record_change_put (change, oct_record_new (&oct_review_kind));

  oct_replace (&review->plan_id, plan->record.id);
  review->number = number;
  review->on = on;

  return review;
}

static void
put_progress (OctRecordChange *change, const OctReview *review, const OctObjective *objective,
              OctRating rating)
{
  OctProgress *progress = oct_record_change_put (change, oct_record_new (&oct_progress_kind));

  oct_replace (&progress->review_id, review->record.id);
  oct_replace (&progress->objective_id, objective->record.id);
  progress->rating = rating;
  progress->direction = OCT_DIRECTION_UNCHANGED;
  oct_replace (&progress->details, "Two of three classes are on track");
  oct_replace (&progress->next_step, rating != OCT_RATING_GREEN ? "Coach the third class" : "");
  progress->final = TRUE;
}

char *
add_sample_plan (Fixture *fixture)
{
  OctRecordChange *change = oct_record_change_new ();
  OctPlan *plan = oct_record_change_put (change, oct_record_new (&oct_plan_kind));
  OctPerson *person = g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)), 0);
  OctObjective *reading;
  OctObjective *attendance;
  OctReview *first;
  OctReview *second;
  char *id = g_strdup (plan->record.id);

  oct_replace (&plan->title, "Reading for everyone");
  oct_replace (&plan->school_id, school_id (fixture, 1));
  oct_replace (&plan->need, "Phonics results fell for the third year.");
  plan->starts = plan->ends = 2025;
  reading = put_objective (change, plan, "1", "Every pupil reads fluently by the end of Year 2");
  fill_reading (change, reading, person->id);
  attendance = put_objective (change, plan, "2", "Pupils attend every day");
  put_action (change, attendance, "m", "Ring home before ten o’clock");
  first = put_review (change, plan, 1, 20251010);
  second = put_review (change, plan, 2, 20251212);
  second->next_on = 20260320;
  oct_replace (&second->next_steps, "Look at the third class again in January");
  put_progress (change, first, reading, OCT_RATING_GREEN);
  put_progress (change, second, reading, OCT_RATING_AMBER);
  change_plans (fixture, change, "Added the plan “Reading for everyone”");

  return id;
}
