/* The page on which a review of a plan is recorded; see the header.
 *
 * Location: "review/ID", with "?objective=ID"; "review?plan=ID" goes on with the plan's open review or
 * begins the next one. With "rating=red" besides, as the board of ratings asks for, that rating is
 * given to the objective, as its key would, and the focus goes to the words that it needs. The objectives stand in a list, with the review as a whole at its end, and the
 * chosen one is open beside it. Everything can be done by keys alone; the page names them. A locked
 * review is a paper to be read and printed.
 */

#include "oct-review-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-columns.h"
#include "oct-judge-blank.h"
#include "oct-location.h"
#include "oct-paper-view.h"
#include "oct-plan-names.h"
#include "oct-print.h"
#include "oct-review-editor.h"
#include "oct-review-form.h"
#include "oct-review-list.h"
#include "oct-review-paper.h"
#include "oct-text.h"

struct _OctReviewPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctJudgeBlank *blank;
  GtkLabel *subject_label;
  GtkLabel *review_label;
  GtkLabel *progress_label;
  GtkLevelBar *progress_bar;
  GtkLabel *still_label;
  AdwLeaflet *leaflet;
  GtkWidget *list_page;
  GtkWidget *editor_page;
  OctReviewList *list;
  GtkStack *parts;
  OctReviewEditor *editor;
  OctReviewForm *form;
  OctPaperView *paper;

  /* owned */
  OctReviewWork *work;
  char *wanted_plan; /* (nullable): whose review is to begin */
  char *wanted;      /* (nullable): the objective that the location names */
  char *problem;     /* (nullable): why it couldn't begin */
  int proposed;      /* the rating that the location asks for, or none */

  gboolean arriving;
  gboolean updating;
  gboolean into_words; /* the focus goes to the words, and not to the list */
};

G_DEFINE_FINAL_TYPE (OctReviewPage, oct_review_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctReviewPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static void
set_location (OctReviewPage *self)
{
  const OctReview *review = oct_review_work_get_review (self->work);
  const char *objective = oct_review_list_get_selected (self->list);
  g_autoptr (GString) location = g_string_new ("review/");

  if (review == NULL)
    return;
  g_string_append (location, review->record.id);
  if (objective != NULL)
    oct_location_append (location, "objective", objective);
  oct_page_set_location (OCT_PAGE (self), location->str);
}

/* --- showing --- */

static char *
dup_review_line (OctReviewPage *self, const OctReview *review)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  const char *who = oct_person_id_to_text (assessment, review->reviewer_id);
  g_autofree char *day = oct_text_date (review->on);
  g_autofree char *title = review->title[0] != '\0'
                             ? g_strdup (review->title)
                             : g_strdup_printf (_("Review %d"), (int) review->number);

  if (who[0] == '\0')
    return g_strdup_printf ("%s · %s", title, day);

  return g_strdup_printf ("%s · %s · %s", title, day, who);
}

static void
update_head (OctReviewPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  const OctReview *review = oct_review_work_get_review (self->work);
  const OctPlan *plan = oct_review_work_get_plan (self->work);
  g_autofree char *subject = oct_plan_dup_subject (oct_workbench_get_assessment (workbench), plan);
  g_autofree char *line = dup_review_line (self, review);
  guint of;
  guint n = oct_review_count_recorded (oct_workbench_get_plans (workbench), review, &of);
  /* Translators: how many of the objectives are recorded. */
  g_autofree char *progress = g_strdup_printf (_("%u of %u recorded"), n, of);
  g_autofree char *title = g_strdup_printf ("%s: %s", subject, plan->title);

  gtk_label_set_label (self->subject_label, title);
  gtk_label_set_label (self->review_label, line);
  gtk_label_set_label (self->progress_label, progress);
  gtk_level_bar_set_max_value (self->progress_bar, MAX (of, 1));
  gtk_level_bar_set_value (self->progress_bar, n);
  gtk_widget_set_visible (GTK_WIDGET (self->still_label),
                          !review->locked && oct_plan_status_is_still (plan->status));
  oct_page_set_title (OCT_PAGE (self), title);
}

static void
update_actions (OctReviewPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = oct_review_work_is_open (self->work);
  gboolean rating = open && oct_review_work_get_objective (self->work) != NULL;

  gtk_widget_action_set_enabled (widget, "review.rate", rating);
  gtk_widget_action_set_enabled (widget, "review.direction", rating);
  gtk_widget_action_set_enabled (widget, "review.unchanged", rating);
  gtk_widget_action_set_enabled (widget, "review.pass", rating);
}

static void
show_selected (OctReviewPage *self)
{
  const char *objective = oct_review_list_get_selected (self->list);

  oct_review_work_set_objective (self->work, objective);
  if (objective != NULL)
    oct_review_editor_update (self->editor);
  else
    oct_review_form_update (self->form);
  gtk_stack_set_visible_child_name (self->parts, objective != NULL ? "objective" : "whole");
  update_actions (self);
}

static void
say_problem (OctReviewPage *self, const char *title, const char *description)
{
  oct_judge_blank_say (self->blank, title, description, _("_Go to Our trust"), "our-trust");
  oct_page_show_part (self->stack, "blank");
}

/* Begins a review, once the plans are there; %FALSE while there is nothing to show. */
static gboolean
arrive (OctReviewPage *self)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));

  if (book == NULL)
    {
      if (oct_judge_blank_update (self->blank, get_workbench (self)))
        say_problem (self, _("Opening the plans"), "");
      oct_page_show_part (self->stack, "blank");
      return FALSE;
    }
  if (self->wanted_plan != NULL)
    {
      g_autofree char *plan = g_steal_pointer (&self->wanted_plan);

      if (oct_plan_book_find (book, &oct_plan_kind, plan) != NULL)
        oct_review_work_begin (self->work, plan);
    }
  if (oct_plan_book_find (book, &oct_review_kind, oct_review_work_get_review_id (self->work))
      != NULL)
    return TRUE;
  say_problem (self, _("There is no such review"),
               self->problem != NULL ? self->problem
                                     : _("It may have been undone, or belong to another "
                                         "workspace."));

  return FALSE;
}

static void
show_paper (OctReviewPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  g_autoptr (GPtrArray) paper = oct_review_to_paper (oct_workbench_get_assessment (workbench),
                                                     oct_workbench_get_plans (workbench),
                                                     oct_review_work_get_review (self->work));

  oct_paper_view_set_paper (self->paper, paper);
  oct_page_show_part (self->stack, "locked");
  update_actions (self);
}

/* The keys rate from the list; a rating that is proposed needs its words first. */
static gboolean
oct_review_page_grab_focus (GtkWidget *widget)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "review") != 0)
    return FALSE;
  if (self->into_words && oct_review_work_get_objective (self->work) != NULL)
    oct_review_editor_focus (self->editor);
  else
    oct_review_list_focus (self->list);

  return gtk_widget_get_focus_child (widget) != NULL;
}

static gboolean
focus_idle_cb (gpointer user_data)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (user_data)))
    gtk_widget_grab_focus (GTK_WIDGET (user_data));

  return G_SOURCE_REMOVE;
}

/* A draft like any other: it counts once its words are there, and undo takes it back. */
static void
propose (OctReviewPage *self)
{
  OctRating rating = (OctRating) self->proposed;
  const OctObjective *objective = oct_review_work_get_objective (self->work);

  if (rating == OCT_RATING_NONE || objective == NULL)
    return;
  self->proposed = OCT_RATING_NONE;
  if (g_strcmp0 (objective->record.id, self->wanted) != 0)
    return;
  oct_review_work_set_rating (self->work, rating);
  self->into_words = TRUE;
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->editor_page);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_idle_cb, g_object_ref (self), g_object_unref);
}

/* Shows what is kept now. Neither the focus nor what is being typed is touched. */
static void
refresh (OctReviewPage *self)
{
  if (self->updating || oct_page_get_location (OCT_PAGE (self)) == NULL)
    return;
  self->updating = TRUE;
  if (arrive (self) && oct_review_work_get_plan (self->work) != NULL)
    {
      update_head (self);
      if (oct_review_work_get_review (self->work)->locked)
        show_paper (self);
      else
        {
          oct_review_list_show (self->list, self->work);
          if (self->arriving || !oct_review_list_has_selection (self->list))
            oct_review_list_select (self->list, self->wanted);
          self->arriving = FALSE;
          show_selected (self);
          oct_page_show_part (self->stack, "review");
          set_location (self);
        }
    }
  self->updating = FALSE;
  propose (self);
}

static void
selected_cb (OctReviewPage *self)
{
  if (self->updating)
    return;
  oct_review_editor_commit (self->editor);
  oct_review_form_commit (self->form);
  self->updating = TRUE;
  show_selected (self);
  self->updating = FALSE;
  set_location (self);
}

static void
activated_cb (OctReviewPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->editor_page);
  else if (oct_review_list_get_selected (self->list) != NULL)
    oct_review_editor_focus (self->editor);
  else
    oct_review_form_focus (self->form);
}

static void
failed_cb (OctReviewPage *self, const char *message)
{
  g_free (self->problem);
  self->problem = g_strdup (message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static void
locked_cb (OctReviewPage *self)
{
  const OctReview *review = oct_review_work_get_review (self->work);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (review == NULL)
    return;
  day = oct_text_date (review->next_on);
  text = review->next_none
           ? g_strdup (_("The review is locked."))
           /* Translators: %s is a day. */
           : g_strdup_printf (_("The review is locked. The next one is on %s."), day);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

/* --- actions --- */

static void
rate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (widget);

  oct_review_editor_commit (self->editor);
  oct_review_work_set_rating (self->work, (OctRating) g_variant_get_int32 (parameter));
}

static void
direction_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (widget);

  oct_review_work_set_direction (self->work, (OctDirection) g_variant_get_int32 (parameter));
}

static void
unchanged_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (widget);

  oct_review_editor_commit (self->editor);
  oct_review_work_set_unchanged (self->work);
  oct_review_list_select_unrecorded (self->list);
}

static void
pass_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (widget);

  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->editor_page);
  oct_review_editor_pass (self->editor);
}

/* On from a text too: the focus goes to the row, where keys rate. */
static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (widget);

  oct_review_list_step (self->list, g_variant_get_int32 (parameter));
  if (!adw_leaflet_get_folded (self->leaflet))
    oct_review_list_focus (self->list);
}

static void
next_unrecorded_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (widget);

  oct_review_editor_commit (self->editor);
  oct_review_list_select_unrecorded (self->list);
  if (!adw_leaflet_get_folded (self->leaflet))
    oct_review_list_focus (self->list);
}

static void
list_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
  oct_review_list_focus (self->list);
}

static void
lock_answered_cb (OctReviewPage *self, const char *response)
{
  if (g_str_equal (response, "lock"))
    oct_review_work_lock (self->work);
}

static void
lock_cb (OctReviewPage *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Lock this review?"),
    _("It stays as it was presented: nothing in it can be changed any more, and neither the lock "
      "nor any edit before it can be undone. What is new is recorded in the next review."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "back", _("_Go back"), "lock",
                                    _("_Lock and finish"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "lock",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "lock");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  g_signal_connect_object (dialog, "response", G_CALLBACK (lock_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- class --- */

static void
oct_review_page_print (OctPage *page)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (page);
  OctWorkbench *workbench = get_workbench (self);
  const OctReview *review = oct_review_work_get_review (self->work);
  g_autoptr (GPtrArray) paper = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (review == NULL || oct_workbench_get_plans (workbench) == NULL)
    return;
  oct_review_editor_commit (self->editor);
  paper = oct_review_to_paper (oct_workbench_get_assessment (workbench),
                               oct_workbench_get_plans (workbench), review);
  operation = oct_paper_print_new (paper, oct_page_get_title (page));
  oct_print_run (GTK_WIDGET (self), operation);
}

static void
oct_review_page_show (OctPage *page, const char *location)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  g_autofree char *id = oct_location_dup_id (location);

  g_clear_pointer (&self->problem, g_free);
  g_free (self->wanted);
  self->wanted = g_strdup (g_hash_table_lookup (values, "objective"));
  g_free (self->wanted_plan);
  self->wanted_plan = g_strdup (g_hash_table_lookup (values, "plan"));
  self->proposed = MAX (oct_choice_from_key (oct_ratings, g_hash_table_lookup (values, "rating")),
                        OCT_RATING_NONE);
  self->into_words = FALSE;
  self->arriving = TRUE;
  self->updating = TRUE;
  oct_review_work_set_review (self->work, id != NULL && id[0] != '\0' ? id : NULL);
  self->updating = FALSE;
  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
  refresh (self);
  /* The keys work from the list. It can't have the focus before it is on the screen. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_idle_cb, g_object_ref (self), g_object_unref);
}

static void
oct_review_page_constructed (GObject *object)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (object);
  OctWorkbench *workbench = get_workbench (self);

  G_OBJECT_CLASS (oct_review_page_parent_class)->constructed (object);
  self->work = oct_review_work_new (workbench);
  oct_review_editor_set_work (self->editor, self->work);
  oct_review_form_set_work (self->form, self->work);
  g_signal_connect_object (self->work, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "locked", G_CALLBACK (locked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::loading", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_review_page_dispose (GObject *object)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (object);

  if (self->work != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->work, self);
      oct_review_editor_commit (self->editor);
      oct_review_form_commit (self->form);
    }
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->work);
  G_OBJECT_CLASS (oct_review_page_parent_class)->dispose (object);
}

static void
oct_review_page_finalize (GObject *object)
{
  OctReviewPage *self = OCT_REVIEW_PAGE (object);

  g_free (self->wanted);
  g_free (self->wanted_plan);
  g_free (self->problem);
  G_OBJECT_CLASS (oct_review_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, blank);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, subject_label);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, review_label);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, still_label);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, list_page);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, editor_page);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, parts);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, editor);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, form);
  gtk_widget_class_bind_template_child (widget_class, OctReviewPage, paper);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_cb);
}

static void
add_key (GtkWidgetClass *widget_class, guint key, const char *action, int value)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, action, "i", value);
}

/* Those that a text would take for its own stand in the template, before the text. */
static void
add_keys (GtkWidgetClass *widget_class)
{
  for (int i = 0; i < 3; i++)
    {
      add_key (widget_class, (guint) (GDK_KEY_1 + i), "review.rate", OCT_RATING_RED + i);
      add_key (widget_class, (guint) (GDK_KEY_KP_1 + i), "review.rate", OCT_RATING_RED + i);
    }
  add_key (widget_class, GDK_KEY_r, "review.rate", OCT_RATING_RED);
  add_key (widget_class, GDK_KEY_a, "review.rate", OCT_RATING_AMBER);
  add_key (widget_class, GDK_KEY_g, "review.rate", OCT_RATING_GREEN);
  add_key (widget_class, GDK_KEY_minus, "review.direction", OCT_DIRECTION_DETERIORATING);
  add_key (widget_class, GDK_KEY_KP_Subtract, "review.direction", OCT_DIRECTION_DETERIORATING);
  add_key (widget_class, GDK_KEY_equal, "review.direction", OCT_DIRECTION_UNCHANGED);
  add_key (widget_class, GDK_KEY_plus, "review.direction", OCT_DIRECTION_IMPROVING);
  add_key (widget_class, GDK_KEY_KP_Add, "review.direction", OCT_DIRECTION_IMPROVING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK,
                                       "review.direction", "i", OCT_DIRECTION_IMPROVING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_u, 0, "review.unchanged", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "review.pass", NULL);
}

static void
oct_review_page_class_init (OctReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = oct_review_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = oct_review_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_review_page_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = oct_review_page_grab_focus;
  OCT_PAGE_CLASS (klass)->show = oct_review_page_show;
  OCT_PAGE_CLASS (klass)->print = oct_review_page_print;

  gtk_widget_class_install_action (widget_class, "review.rate", "i", rate_cb);
  gtk_widget_class_install_action (widget_class, "review.direction", "i", direction_cb);
  gtk_widget_class_install_action (widget_class, "review.unchanged", NULL, unchanged_cb);
  gtk_widget_class_install_action (widget_class, "review.pass", NULL, pass_cb);
  gtk_widget_class_install_action (widget_class, "review.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "review.next", NULL, next_unrecorded_cb);
  gtk_widget_class_install_action (widget_class, "review.list", NULL, list_cb);
  add_keys (widget_class);

  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_JUDGE_BLANK);
  g_type_ensure (OCT_TYPE_PAPER_VIEW);
  g_type_ensure (OCT_TYPE_REVIEW_EDITOR);
  g_type_ensure (OCT_TYPE_REVIEW_FORM);
  g_type_ensure (OCT_TYPE_REVIEW_LIST);
  bind_template (widget_class);
}

static void
oct_review_page_init (OctReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_page_set_title (OCT_PAGE (self), _("Review"));
  /* Few recorded isn't bad and many isn't good: the bar has one colour. */
  gtk_level_bar_remove_offset_value (self->progress_bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->progress_bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->progress_bar, GTK_LEVEL_BAR_OFFSET_FULL);
  oct_accessible_follow (GTK_WIDGET (self));
}
