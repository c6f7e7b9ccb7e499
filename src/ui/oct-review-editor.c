/* One objective of a review, open for recording; see the header.
 *
 * The work (oct-review-work.h) holds what is recorded; this shows it and tells the work what a
 * person does. A rating is kept at once, a text on a pause. What is missing is said beside what is
 * there, and what was said last time stays in sight.
 */

#include "oct-review-editor.h"

#include <glib/gi18n.h>

#include "oct-columns.h"
#include "oct-judge-text.h"
#include "oct-plan-names.h"
#include "oct-rating-pip.h"
#include "oct-review-criteria.h"
#include "oct-text.h"

struct _OctReviewEditor
{
  AdwBin parent_instance;

  /* template */
  GtkScrolledWindow *scroller;
  GtkLabel *facts_label;
  GtkLabel *statement_label;
  GtkLabel *actions_label;
  GtkLabel *before_heading;
  GtkWidget *before_box;
  OctRatingPip *before_pip;
  GtkLabel *before_rating;
  GtkLabel *before_details;
  GtkLabel *before_step_heading;
  GtkLabel *before_step;
  GtkWidget *rating_box;
  GtkToggleButton *red_button;
  GtkToggleButton *amber_button;
  GtkToggleButton *green_button;
  GtkWidget *direction_box;
  GtkToggleButton *worse_button;
  GtkToggleButton *same_button;
  GtkToggleButton *better_button;
  OctJudgeText *details;
  OctJudgeText *next_step;
  OctJudgeText *skipped;
  GtkLabel *missing_label;
  OctReviewCriteria *criteria;

  /* owned */
  OctReviewWork *work;
  char *shown_id; /* of the progress whose texts are shown */
  gboolean passing;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctReviewEditor, oct_review_editor, ADW_TYPE_BIN)

static OctAssessment *
get_assessment (OctReviewEditor *self)
{
  return oct_workbench_get_assessment (oct_review_work_get_workbench (self->work));
}

static OctPlanBook *
get_book (OctReviewEditor *self)
{
  return oct_workbench_get_plans (oct_review_work_get_workbench (self->work));
}

/* --- what the objective is --- */

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
update_objective (OctReviewEditor *self)
{
  const OctObjective *objective = oct_review_work_get_objective (self->work);
  g_autoptr (GString) facts = g_string_new (NULL);

  append_part (facts, objective->reference);
  append_part (facts, oct_area_to_text (objective->area));
  append_part (facts, oct_person_id_to_text (get_assessment (self), objective->owner_id));
  if (objective->due != OCT_DATE_UNKNOWN)
    {
      g_autofree char *day = oct_text_date (objective->due);
      /* Translators: %s is a day. */
      g_autofree char *due = g_strdup_printf (_("due %s"), day);

      append_part (facts, due);
    }
  gtk_label_set_label (self->facts_label, facts->str);
  gtk_label_set_label (self->statement_label, objective->statement);
}

static void
update_actions (OctReviewEditor *self)
{
  const OctObjective *objective = oct_review_work_get_objective (self->work);
  OctDate today = oct_date_today ();
  GPtrArray *actions = oct_plan_book_get_children (get_book (self), &oct_action_kind,
                                                   objective->record.id);
  g_autofree char *text = NULL;
  guint n_open = 0;
  guint n_done = 0;
  guint n_overdue = 0;

  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);

      n_open += oct_action_status_is_open (action->status);
      n_done += action->status == OCT_ACTION_COMPLETE;
      n_overdue += oct_action_is_overdue (action, today);
    }
  if (n_overdue > 0)
    /* Translators: how many actions of an objective are complete, open, and of these overdue. */
    text = g_strdup_printf (_("Actions: %u complete, %u open, %u of them overdue"), n_done, n_open,
                            n_overdue);
  else
    text = g_strdup_printf (_("Actions: %u complete, %u open"), n_done, n_open);
  gtk_label_set_label (self->actions_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->actions_label), actions->len > 0);
}

/* --- last time --- */

static char *
dup_rating (const OctProgress *progress)
{
  const char *rating = oct_choice_to_text (oct_ratings, (int) progress->rating);

  if (progress->direction == OCT_DIRECTION_NONE)
    return g_strdup (rating);

  return g_strdup_printf ("%s · %s", rating,
                          oct_choice_to_text (oct_directions, (int) progress->direction));
}

static void
update_before (OctReviewEditor *self)
{
  const OctReview *review = NULL;
  const OctProgress *before = oct_review_find_before (get_book (self),
                                                      oct_review_work_get_review (self->work),
                                                      oct_review_work_get_objective (self->work),
                                                      &review);
  g_autofree char *rating = NULL;
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;

  gtk_widget_set_visible (self->before_box, before != NULL);
  if (before == NULL)
    {
      gtk_label_set_label (self->before_heading, _("Not rated before"));
      return;
    }
  rating = dup_rating (before);
  day = oct_text_date (review->on);
  /* Translators: %s is a day. */
  heading = g_strdup_printf (_("Last time, %s"), day);
  gtk_label_set_label (self->before_heading, heading);
  oct_rating_pip_set (self->before_pip, (OctRatingMark) before->rating);
  gtk_label_set_label (self->before_rating, rating);
  gtk_label_set_label (self->before_details, before->details);
  gtk_label_set_label (self->before_step, before->next_step);
  gtk_widget_set_visible (GTK_WIDGET (self->before_step), before->next_step[0] != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->before_step_heading), before->next_step[0] != '\0');
}

/* --- this time --- */

static void
show_text (OctReviewEditor *self, OctJudgeText *text, OctReviewText which, gboolean anew)
{
  const char *kept = oct_review_work_get_text (self->work, which);

  if (anew)
    oct_judge_text_reset (text, kept);
  else
    oct_judge_text_set_text (text, kept);
  oct_judge_text_set_editable (text, oct_review_work_is_open (self->work));
}

static void
update_texts (OctReviewEditor *self)
{
  const OctProgress *progress = oct_review_work_get_progress (self->work);
  const OctObjective *objective = oct_review_work_get_objective (self->work);
  gboolean anew = g_strcmp0 (self->shown_id, objective->record.id) != 0;
  OctProgressGap gap = oct_progress_find_gap (progress);

  if (anew)
    {
      g_free (self->shown_id);
      self->shown_id = g_strdup (objective->record.id);
      self->passing = FALSE;
    }
  show_text (self, self->details, OCT_REVIEW_DETAILS, anew);
  show_text (self, self->next_step, OCT_REVIEW_NEXT_STEP, anew);
  show_text (self, self->skipped, OCT_REVIEW_SKIPPED, anew);
  gtk_widget_set_visible (GTK_WIDGET (self->skipped),
                          self->passing || progress->skipped[0] != '\0');
  oct_judge_text_set_message (
    self->details, gap == OCT_PROGRESS_NO_DETAILS ? oct_progress_gap_to_text (gap) : NULL);
  oct_judge_text_set_message (
    self->next_step, gap == OCT_PROGRESS_NO_NEXT_STEP ? oct_progress_gap_to_text (gap) : NULL);
  gtk_label_set_label (self->missing_label, oct_progress_gap_to_text (gap));
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), gap == OCT_PROGRESS_NO_RATING);
}

static void
update_buttons (OctReviewEditor *self)
{
  const OctProgress *progress = oct_review_work_get_progress (self->work);
  gboolean open = oct_review_work_is_open (self->work);

  gtk_toggle_button_set_active (self->red_button, progress->rating == OCT_RATING_RED);
  gtk_toggle_button_set_active (self->amber_button, progress->rating == OCT_RATING_AMBER);
  gtk_toggle_button_set_active (self->green_button, progress->rating == OCT_RATING_GREEN);
  gtk_toggle_button_set_active (self->worse_button,
                                progress->direction == OCT_DIRECTION_DETERIORATING);
  gtk_toggle_button_set_active (self->same_button, progress->direction == OCT_DIRECTION_UNCHANGED);
  gtk_toggle_button_set_active (self->better_button,
                                progress->direction == OCT_DIRECTION_IMPROVING);
  gtk_widget_set_sensitive (self->rating_box, open);
  gtk_widget_set_sensitive (self->direction_box, open);
}

/* --- what a person does --- */

/* A button that is pressed again takes the rating or the direction back. */
static void
rating_cb (OctReviewEditor *self, GtkToggleButton *button)
{
  OctRating rating = button == self->red_button     ? OCT_RATING_RED
                     : button == self->amber_button ? OCT_RATING_AMBER
                                                    : OCT_RATING_GREEN;

  if (self->updating)
    return;
  oct_review_editor_commit (self);
  oct_review_work_set_rating (self->work,
                              gtk_toggle_button_get_active (button) ? rating : OCT_RATING_NONE);
}

static void
direction_cb (OctReviewEditor *self, GtkToggleButton *button)
{
  OctDirection direction = button == self->worse_button  ? OCT_DIRECTION_DETERIORATING
                           : button == self->same_button ? OCT_DIRECTION_UNCHANGED
                                                         : OCT_DIRECTION_IMPROVING;

  if (self->updating)
    return;
  oct_review_work_set_direction (
    self->work, gtk_toggle_button_get_active (button) ? direction : OCT_DIRECTION_NONE);
}

static void
commit (OctReviewEditor *self, OctJudgeText *text, OctReviewText which)
{
  g_autofree char *typed = oct_judge_text_dup_text (text);

  oct_review_work_set_text (self->work, which, typed);
}

static void
details_cb (OctReviewEditor *self)
{
  commit (self, self->details, OCT_REVIEW_DETAILS);
}

static void
next_step_cb (OctReviewEditor *self)
{
  commit (self, self->next_step, OCT_REVIEW_NEXT_STEP);
}

static void
skipped_cb (OctReviewEditor *self)
{
  commit (self, self->skipped, OCT_REVIEW_SKIPPED);
}

/* --- class --- */

static void
oct_review_editor_dispose (GObject *object)
{
  OctReviewEditor *self = OCT_REVIEW_EDITOR (object);

  if (self->work != NULL && self->details != NULL && adw_bin_get_child (ADW_BIN (self)) != NULL)
    oct_review_editor_commit (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->work);
  g_clear_pointer (&self->shown_id, g_free);
  G_OBJECT_CLASS (oct_review_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-review-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, facts_label);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, statement_label);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, actions_label);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, before_heading);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, before_box);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, before_pip);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, before_rating);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, before_details);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, before_step_heading);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, before_step);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, rating_box);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, red_button);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, amber_button);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, green_button);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, direction_box);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, worse_button);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, same_button);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, better_button);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, details);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, next_step);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, skipped);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, missing_label);
  gtk_widget_class_bind_template_child (widget_class, OctReviewEditor, criteria);
  gtk_widget_class_bind_template_callback (widget_class, rating_cb);
  gtk_widget_class_bind_template_callback (widget_class, direction_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_step_cb);
  gtk_widget_class_bind_template_callback (widget_class, skipped_cb);
}

static void
oct_review_editor_class_init (OctReviewEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_review_editor_dispose;
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_JUDGE_TEXT);
  g_type_ensure (OCT_TYPE_RATING_PIP);
  g_type_ensure (OCT_TYPE_REVIEW_CRITERIA);
  bind_template (GTK_WIDGET_CLASS (klass));
}

/* A mark and its word in a button, named for a screen reader by the word. */
static void
fill_button (GtkToggleButton *button, GtkWidget *pip, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), pip);
  gtk_box_append (GTK_BOX (box), gtk_label_new (word));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
}

static void
fill_rating (GtkToggleButton *button, OctRatingMark mark)
{
  GtkWidget *pip = oct_rating_pip_new ();

  oct_rating_pip_set (OCT_RATING_PIP (pip), mark);
  fill_button (button, pip, oct_rating_mark_name (mark));
}

static void
fill_direction (GtkToggleButton *button, OctTravelMark travel)
{
  GtkWidget *pip = oct_rating_pip_new ();

  oct_rating_pip_set_travel (OCT_RATING_PIP (pip), travel);
  fill_button (button, pip, oct_travel_mark_name (travel));
}

static void
oct_review_editor_init (OctReviewEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_rating (self->red_button, OCT_RATING_MARK_RED);
  fill_rating (self->amber_button, OCT_RATING_MARK_AMBER);
  fill_rating (self->green_button, OCT_RATING_MARK_GREEN);
  fill_direction (self->worse_button, OCT_TRAVEL_MARK_DETERIORATING);
  fill_direction (self->same_button, OCT_TRAVEL_MARK_UNCHANGED);
  fill_direction (self->better_button, OCT_TRAVEL_MARK_IMPROVING);
}

/**
 * oct_review_editor_set_work:
 * @self: an editor
 * @work: what is shown and changed
 */
void
oct_review_editor_set_work (OctReviewEditor *self, OctReviewWork *work)
{
  g_return_if_fail (OCT_IS_REVIEW_EDITOR (self));

  g_set_object (&self->work, work);
}

/**
 * oct_review_editor_update:
 * @self: an editor with work at an objective
 */
void
oct_review_editor_update (OctReviewEditor *self)
{
  g_return_if_fail (OCT_IS_REVIEW_EDITOR (self));

  if (oct_review_work_get_objective (self->work) == NULL || get_assessment (self) == NULL)
    return;
  self->updating = TRUE;
  update_objective (self);
  update_actions (self);
  update_before (self);
  update_buttons (self);
  update_texts (self);
  oct_review_criteria_show (self->criteria, self->work);
  self->updating = FALSE;
}

/**
 * oct_review_editor_commit:
 * @self: an editor
 */
void
oct_review_editor_commit (OctReviewEditor *self)
{
  g_return_if_fail (OCT_IS_REVIEW_EDITOR (self));

  oct_judge_text_commit (self->details);
  oct_judge_text_commit (self->next_step);
  oct_judge_text_commit (self->skipped);
  if (self->shown_id != NULL)
    oct_review_criteria_commit (self->criteria);
}

/**
 * oct_review_editor_focus:
 * @self: an editor
 */
void
oct_review_editor_focus (OctReviewEditor *self)
{
  OctProgressGap gap = oct_progress_find_gap (oct_review_work_get_progress (self->work));

  g_return_if_fail (OCT_IS_REVIEW_EDITOR (self));

  oct_judge_text_focus (gap == OCT_PROGRESS_NO_NEXT_STEP ? self->next_step : self->details);
}

/**
 * oct_review_editor_pass:
 * @self: an editor
 */
void
oct_review_editor_pass (OctReviewEditor *self)
{
  g_return_if_fail (OCT_IS_REVIEW_EDITOR (self));

  self->passing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->skipped), TRUE);
  oct_judge_text_focus (self->skipped);
}
