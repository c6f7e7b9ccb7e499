/* A review as a whole; see the header.
 *
 * It stands at the end of a review, since there one knows when the next one is needed and what comes
 * next. What locking does is said beside the button, and what is missing before it.
 */

#include "oct-review-form.h"

#include <glib/gi18n.h>

#include "oct-columns.h"
#include "oct-day-picker.h"
#include "oct-judge-text.h"
#include "oct-person-picker.h"
#include "oct-plan-evidence-section.h"

struct _OctReviewForm
{
  AdwBin parent_instance;

  /* template */
  OctJudgeText *title;
  OctJudgeText *role;
  OctDayPicker *day;
  OctPersonPicker *reviewer;
  OctDayPicker *next_day;
  GtkCheckButton *none_button;
  OctJudgeText *next_steps;
  OctPlanEvidenceSection *evidence;
  GtkLabel *missing_label;
  GtkButton *lock_button;

  OctReviewWork *work;
  gboolean updating;
};

enum
{
  LOCK,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctReviewForm, oct_review_form, ADW_TYPE_BIN)

static OctReview *
begin_change (OctReviewForm *self)
{
  return self->updating || oct_review_work_get_review (self->work) == NULL
           ? NULL
           : oct_review_work_copy_review (self->work);
}

static void
title_cb (OctReviewForm *self)
{
  OctReview *review = begin_change (self);

  if (review == NULL)
    return;
  g_free (review->title);
  review->title = oct_judge_text_dup_text (self->title);
  oct_review_work_put_review (self->work, review, "title");
}

static void
role_cb (OctReviewForm *self)
{
  OctReview *review = begin_change (self);

  if (review == NULL)
    return;
  g_free (review->role);
  review->role = oct_judge_text_dup_text (self->role);
  oct_review_work_put_review (self->work, review, "role");
}

static void
next_steps_cb (OctReviewForm *self)
{
  OctReview *review = begin_change (self);

  if (review == NULL)
    return;
  g_free (review->next_steps);
  review->next_steps = oct_judge_text_dup_text (self->next_steps);
  oct_review_work_put_review (self->work, review, "next-steps");
}

static void
day_cb (OctReviewForm *self, OctDate day)
{
  OctReview *review = begin_change (self);

  if (review == NULL)
    return;
  if (day != OCT_DATE_UNKNOWN)
    review->on = day;
  oct_review_work_put_review (self->work, review, NULL);
}

static void
reviewer_cb (OctReviewForm *self, const char *person_id)
{
  OctReview *review = begin_change (self);

  if (review == NULL)
    return;
  g_free (review->reviewer_id);
  review->reviewer_id = g_strdup (person_id);
  oct_review_work_put_review (self->work, review, NULL);
}

static void
next_day_cb (OctReviewForm *self, OctDate day)
{
  OctReview *review = begin_change (self);

  if (review == NULL)
    return;
  review->next_on = day;
  review->next_none = review->next_none && day == OCT_DATE_UNKNOWN;
  oct_review_work_put_review (self->work, review, NULL);
}

static void
none_cb (OctReviewForm *self)
{
  OctReview *review = begin_change (self);

  if (review == NULL)
    return;
  review->next_none = gtk_check_button_get_active (self->none_button);
  if (review->next_none)
    review->next_on = OCT_DATE_UNKNOWN;
  oct_review_work_put_review (self->work, review, NULL);
}

static void
lock_cb (OctReviewForm *self)
{
  oct_review_form_commit (self);
  g_signal_emit (self, signals[LOCK], 0);
}

static void
failed_cb (OctReviewForm *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
oct_review_form_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&OCT_REVIEW_FORM (object)->work);
  G_OBJECT_CLASS (oct_review_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-review-form.ui");
  gtk_widget_class_bind_template_child (widget_class, OctReviewForm, title);
  gtk_widget_class_bind_template_child (widget_class, OctReviewForm, role);
  gtk_widget_class_bind_template_child (widget_class, OctReviewForm, day);
  gtk_widget_class_bind_template_child (widget_class, OctReviewForm, reviewer);
  gtk_widget_class_bind_template_child (widget_class, OctReviewForm, next_day);
  gtk_widget_class_bind_template_child (widget_class, OctReviewForm, none_button);
  gtk_widget_class_bind_template_child (widget_class, OctReviewForm, next_steps);
  gtk_widget_class_bind_template_child (widget_class, OctReviewForm, evidence);
  gtk_widget_class_bind_template_child (widget_class, OctReviewForm, missing_label);
  gtk_widget_class_bind_template_child (widget_class, OctReviewForm, lock_button);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_steps_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, reviewer_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
}

static void
oct_review_form_class_init (OctReviewFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_review_form_dispose;
  signals[LOCK] = g_signal_new ("lock", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_DAY_PICKER);
  g_type_ensure (OCT_TYPE_JUDGE_TEXT);
  g_type_ensure (OCT_TYPE_PERSON_PICKER);
  g_type_ensure (OCT_TYPE_PLAN_EVIDENCE_SECTION);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
oct_review_form_init (OctReviewForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_judge_text_set_one_line (self->title);
  oct_judge_text_set_one_line (self->role);
  oct_day_picker_set_label (self->day, _("Date"));
  oct_day_picker_set_label (self->next_day, _("Next review"));
  oct_person_picker_set_label (self->reviewer, _("Reviewer"));
}

/**
 * oct_review_form_set_work:
 * @self: a form
 * @work: what is shown and changed
 */
void
oct_review_form_set_work (OctReviewForm *self, OctReviewWork *work)
{
  g_return_if_fail (OCT_IS_REVIEW_FORM (self));

  g_set_object (&self->work, work);
  oct_person_picker_set_workbench (self->reviewer, oct_review_work_get_workbench (work));
}

static char *
dup_missing (OctReviewForm *self, const OctReview *review)
{
  OctPlanBook *book = oct_workbench_get_plans (oct_review_work_get_workbench (self->work));
  guint of;
  guint n = oct_review_count_recorded (book, review, &of);

  if (of == 0)
    return g_strdup (_("The plan has no objectives yet, so there is nothing to lock."));
  if (n < of)
    return g_strdup_printf (ngettext ("%u objective is still to be rated, or passed over with a "
                                      "reason.",
                                      "%u objectives are still to be rated, or passed over with "
                                      "a reason.",
                                      of - n),
                            of - n);
  if (review->next_on == OCT_DATE_UNKNOWN && !review->next_none)
    return g_strdup (_("Say when the next review is, or that none is needed."));

  return NULL;
}

/**
 * oct_review_form_update:
 * @self: a form with work at a review
 */
void
oct_review_form_update (OctReviewForm *self)
{
  const OctReview *review = oct_review_work_get_review (self->work);
  g_autofree char *missing = NULL;
  g_autoptr (OctPlanPlace) place = NULL;

  g_return_if_fail (OCT_IS_REVIEW_FORM (self));

  if (review == NULL)
    return;
  missing = dup_missing (self, review);
  place = oct_plan_place_new (review->plan_id, NULL, NULL, review->record.id);
  oct_plan_evidence_section_load (self->evidence, oct_review_work_get_workbench (self->work),
                                  place);
  self->updating = TRUE;
  oct_judge_text_set_text (self->title, review->title);
  oct_judge_text_set_text (self->role, review->role);
  oct_judge_text_set_text (self->next_steps, review->next_steps);
  oct_day_picker_set_day (self->day, review->on);
  oct_day_picker_set_day (self->next_day, review->next_on);
  oct_person_picker_set_person (self->reviewer, review->reviewer_id);
  gtk_check_button_set_active (self->none_button, review->next_none);
  gtk_label_set_label (self->missing_label, missing != NULL ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), missing != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->lock_button), missing == NULL);
  self->updating = FALSE;
}

/**
 * oct_review_form_commit:
 * @self: a form
 *
 * Keeps what is typed.
 */
void
oct_review_form_commit (OctReviewForm *self)
{
  g_return_if_fail (OCT_IS_REVIEW_FORM (self));

  oct_judge_text_commit (self->title);
  oct_judge_text_commit (self->role);
  oct_judge_text_commit (self->next_steps);
}

/**
 * oct_review_form_focus:
 * @self: a form
 */
void
oct_review_form_focus (OctReviewForm *self)
{
  g_return_if_fail (OCT_IS_REVIEW_FORM (self));

  oct_judge_text_focus (self->next_steps);
}
