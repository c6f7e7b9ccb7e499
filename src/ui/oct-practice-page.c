/* The page of a practice; see the header. It is read here and written in dialogues, so that what
 * stands on it can be taken into a classroom as it is.
 */

#include "oct-practice-page.h"

#include <glib/gi18n.h>

#include "oct-knowledge-dialogs.h"
#include "oct-location.h"
#include "oct-plan-query.h"
#include "oct-practice-file.h"
#include "oct-practice-text.h"
#include "oct-print-text.h"
#include "oct-save.h"
#include "oct-section.h"
#include "oct-support-work.h"
#include "oct-workbench-knowledge.h"

struct _OctPracticePage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *name;
  GtkLabel *version;
  GtkLabel *uses_line;
  GtkBox *parts;
  GtkListBox *uses;
  GtkLabel *no_uses;
  OctSection *support_section;
  GtkListBox *support;
  OctSection *versions_section;
  GtkListBox *versions;

  /* owned */
  GSignalGroup *workbench_signals;
  char *id;
};

G_DEFINE_FINAL_TYPE (OctPracticePage, oct_practice_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctPracticePage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

/* (transfer none) (nullable) */
static const OctPractice *
get_practice (OctPracticePage *self)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));

  return book != NULL ? oct_plan_book_find (book, &oct_practice_kind, self->id) : NULL;
}

/* --- what it says --- */

static void
clear_box (GtkWidget *box, void (*take) (GtkWidget *box, GtkWidget *child))
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    take (box, child);
}

static void
take_from_box (GtkWidget *box, GtkWidget *child)
{
  gtk_box_remove (GTK_BOX (box), child);
}

static void
take_from_list (GtkWidget *list, GtkWidget *child)
{
  gtk_list_box_remove (GTK_LIST_BOX (list), child);
}

static void
add_part (OctPracticePage *self, const char *heading, const char *text)
{
  GtkWidget *section = oct_section_new (heading), *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_object_set (label, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  oct_section_set_content (OCT_SECTION (section), label);
  gtk_box_append (self->parts, section);
}

static void
show_parts (OctPracticePage *self, OctAssessment *assessment, const OctPractice *practice)
{
  g_autoptr (GPtrArray) parts = oct_practice_dup_parts (practice);
  const OctPerson *contact = oct_assessment_find_person (assessment, practice->contact_id);

  clear_box (GTK_WIDGET (self->parts), take_from_box);
  for (guint i = 0; i < parts->len; i++)
    {
      const OctPracticePart *part = g_ptr_array_index (parts, i);

      add_part (self, part->heading, part->text);
    }
  if (contact != NULL)
    add_part (self, _("Contact"), oct_person_to_text (contact));
  if (parts->len == 0)
    add_part (self, _("What"),
              _("Nothing but its title is written down yet. Say what is done, for whom, and what "
                "must not be left out."));
}

static GtkWidget *
append_row (GtkListBox *list, const char *title, const char *subtitle, const char *id)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable",
                id != NULL, NULL);
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (id), g_free);
  gtk_list_box_append (list, row);

  return row;
}

static void
take_away_cb (GtkButton *button, OctPracticePage *self)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  gpointer use = oct_plan_book_find (book, &oct_practice_use_kind,
                                     g_object_get_data (G_OBJECT (button), "record"));

  if (use != NULL)
    oct_workbench_delete_knowledge_async (get_workbench (self), use, NULL, NULL);
}

static void
add_use_row (OctPracticePage *self, OctAssessment *assessment, OctPlanBook *book,
             const OctPracticeUse *use)
{
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind, use->objective_id);
  g_autoptr (GString) text = g_string_new (
    oct_choice_to_text (oct_phases_of_change, (int) use->phase));
  GtkWidget *row, *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  if (use->since != OCT_DATE_UNKNOWN)
    {
      g_autofree char *day = oct_date_to_text (use->since);

      /* Translators: a day. */
      g_string_append_printf (text, _(", since %s"), day);
    }
  if (objective != NULL)
    {
      g_autofree char *words = oct_objective_to_text (objective);

      g_string_append (text, "\n");
      /* Translators: an objective. */
      g_string_append_printf (text, _("Serves %s"), words);
    }
  if (*use->outcome != '\0')
    g_string_append_printf (text, "\n%s", use->outcome);
  row = append_row (self->uses, oct_support_school_name (assessment, use->school_id), text->str,
                    use->record.id);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("No longer used here"));
  g_object_set_data_full (G_OBJECT (button), "record", g_strdup (use->record.id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_away_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_uses (OctPracticePage *self, OctAssessment *assessment, OctPlanBook *book)
{
  GPtrArray *uses = oct_plan_book_get_children (book, &oct_practice_use_kind, self->id);

  clear_box (GTK_WIDGET (self->uses), take_from_list);
  for (guint i = 0; i < uses->len; i++)
    add_use_row (self, assessment, book, g_ptr_array_index (uses, i));
  gtk_widget_set_visible (GTK_WIDGET (self->uses), uses->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_uses), uses->len == 0);
}

static void
show_support (OctPracticePage *self, OctAssessment *assessment, OctPlanBook *book)
{
  GPtrArray *supports = oct_plan_book_get_by (book, &oct_support_kind, "practice_id", self->id);

  clear_box (GTK_WIDGET (self->support), take_from_list);
  for (guint i = 0; i < supports->len; i++)
    {
      const OctSupport *support = g_ptr_array_index (supports, i);
      g_autofree char *giver = oct_giver_dup_name (assessment, support->giver,
                                                   support->giver_school_id, support->giver_name);
      g_autofree char *title = NULL;

      /* Translators: who gives support, the school that receives it. */
      title = g_strdup_printf (_("%s to %s"), giver,
                               oct_support_school_name (assessment, support->school_id));
      append_row (self->support, title, support->support, support->record.id);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->support_section), supports->len > 0);
}

static void
show_versions (OctPracticePage *self, OctPlanBook *book)
{
  GPtrArray *versions = oct_plan_book_get_children (book, &oct_practice_version_kind, self->id);

  clear_box (GTK_WIDGET (self->versions), take_from_list);
  for (guint i = versions->len; i > 0; i--)
    {
      const OctPracticeVersion *version = g_ptr_array_index (versions, i - 1);
      GtkWidget *row = adw_expander_row_new (), *label = gtk_label_new (version->text);
      g_autofree char *title = g_strdup_printf (_("Version %d"), (int) version->version);
      g_autofree char *day = oct_date_to_text (version->versioned_on);

      g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", day, NULL);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      g_object_set (label, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end",
                    12, NULL);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), label);
      gtk_list_box_append (self->versions, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->versions_section), versions->len > 0);
}

static void
update_actions (OctPracticePage *self, const OctPractice *practice)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "practice.edit", practice != NULL);
  gtk_widget_action_set_enabled (widget, "practice.next-version", practice != NULL);
  gtk_widget_action_set_enabled (widget, "practice.add-use", practice != NULL);
  gtk_widget_action_set_enabled (widget, "practice.retire", practice != NULL && !practice->retired);
  gtk_widget_action_set_enabled (widget, "practice.bring-back",
                                 practice != NULL && practice->retired);
}

static void
show_practice (OctPracticePage *self, OctAssessment *assessment, OctPlanBook *book,
               const OctPractice *practice)
{
  g_autofree char *version = oct_practice_describe_version (practice);
  g_autofree char *uses = oct_practice_describe_uses (book, self->id);
  g_autofree char *said = NULL;

  if (*practice->changed != '\0' && practice->version > 1)
    said = g_strdup_printf ("%s\n%s", version, practice->changed);
  oct_page_set_title (OCT_PAGE (self), practice->title);
  gtk_label_set_label (self->name, practice->title);
  gtk_label_set_label (self->version, said != NULL ? said : version);
  gtk_label_set_label (self->uses_line, uses);
  show_parts (self, assessment, practice);
  show_uses (self, assessment, book);
  show_support (self, assessment, book);
  show_versions (self, book);
}

static void
update (OctPracticePage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  const OctPractice *practice = get_practice (self);

  update_actions (self, assessment != NULL ? practice : NULL);
  if (assessment == NULL || book == NULL)
    {
      oct_page_show_part (self->stack, assessment == NULL ? "empty" : "loading");
      return;
    }
  if (practice == NULL)
    {
      oct_page_set_title (OCT_PAGE (self), _("Practice"));
      oct_page_show_part (self->stack, "gone");
      return;
    }
  show_practice (self, assessment, book, practice);
  oct_page_show_part (self->stack, "ready");
}

/* --- callbacks and actions --- */

static void
use_cb (OctPracticePage *self, GtkListBoxRow *row)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  const OctPracticeUse *use = oct_plan_book_find (book, &oct_practice_use_kind,
                                                  g_object_get_data (G_OBJECT (row), "record"));

  if (use != NULL)
    oct_practice_use_dialog_open (GTK_WIDGET (self), get_workbench (self), self->id, use);
}

static void
support_cb (OctPracticePage *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", "support");
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctPracticePage *self = OCT_PRACTICE_PAGE (widget);

  if (get_practice (self) != NULL)
    oct_practice_dialog_open (widget, get_workbench (self), get_practice (self));
}

static void
next_version_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctPracticePage *self = OCT_PRACTICE_PAGE (widget);

  if (get_practice (self) != NULL)
    oct_practice_dialog_open_version (widget, get_workbench (self), get_practice (self));
}

static void
add_use_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctPracticePage *self = OCT_PRACTICE_PAGE (widget);

  oct_practice_use_dialog_open (widget, get_workbench (self), self->id, NULL);
}

static void
retire_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctPracticePage *self = OCT_PRACTICE_PAGE (widget);
  const OctPractice *practice = get_practice (self);
  OctPractice *changed;

  if (practice == NULL)
    return;
  changed = oct_record_copy (practice);
  changed->retired = !practice->retired;
  oct_workbench_put_knowledge_async (get_workbench (self), changed, NULL, NULL);
}

/* --- paper and files --- */

static void
oct_practice_page_print (OctPage *page)
{
  OctPracticePage *self = OCT_PRACTICE_PAGE (page);
  const OctPractice *practice = get_practice (self);
  g_autofree char *document = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (practice == NULL)
    return;
  document = oct_practice_to_document (oct_workbench_get_assessment (get_workbench (self)),
                                       oct_workbench_get_plans (get_workbench (self)), practice);
  operation = oct_print_new_text (document, practice->title);
  oct_print_run (GTK_WIDGET (self), operation);
}

typedef struct
{
  char *title;
  char *document;
  char *practice;
} Saved;

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_free (saved->title);
  g_free (saved->document);
  g_free (saved->practice);
  g_free (saved);
}

/* As the name asks for: words to read, pages to print, or a file for another trust. */
static gboolean
write_practice (const char *path, gpointer data, GError **error)
{
  const Saved *saved = data;
  g_autofree char *name = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (name, ".json"))
    return g_file_set_contents (path, saved->practice, -1, error);
  if (g_str_has_suffix (name, ".pdf"))
    return oct_print_text_to_pdf (saved->document, saved->title, path, error);

  return g_file_set_contents (path, saved->document, -1, error);
}

static void
oct_practice_page_export (OctPage *page)
{
  static const OctSaveKind kinds[] = { { N_("PDF"), "*.pdf" },
                                       { N_("Text"), "*.txt" },
                                       { N_("For another trust (Octant practices)"), "*.json" },
                                       { NULL, NULL } };
  OctPracticePage *self = OCT_PRACTICE_PAGE (page);
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  const OctPractice *practice = get_practice (self);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *file_name = NULL;
  Saved *saved;

  if (practice == NULL || assessment == NULL)
    return;
  g_ptr_array_add (one, (gpointer) practice);
  saved = g_new0 (Saved, 1);
  saved->title = g_strdup (practice->title);
  saved->document = oct_practice_to_document (
    assessment, oct_workbench_get_plans (get_workbench (self)), practice);
  saved->practice = oct_practice_file_format (one, oct_assessment_get_trust (assessment)->name);
  file_name = oct_save_file_name (practice->title, "pdf");
  oct_save_ask (GTK_WIDGET (self), _("Save the practice"), file_name, kinds, write_practice, saved,
                saved_free);
}

/* --- class --- */

static void
oct_practice_page_show_location (OctPage *page, const char *location)
{
  OctPracticePage *self = OCT_PRACTICE_PAGE (page);
  g_autofree char *id = oct_location_dup_id (location);

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  if (g_strcmp0 (id, self->id) != 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_free (self->id);
  self->id = g_steal_pointer (&id);
  update (self);
}

static void
oct_practice_page_dispose (GObject *object)
{
  OctPracticePage *self = OCT_PRACTICE_PAGE (object);

  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (oct_practice_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, name);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, version);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, uses_line);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, parts);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, uses);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, no_uses);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, support_section);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, support);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, versions_section);
  gtk_widget_class_bind_template_child (widget_class, OctPracticePage, versions);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
  gtk_widget_class_bind_template_callback (widget_class, support_cb);
}

static void
oct_practice_page_class_init (OctPracticePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_practice_page_dispose;
  page_class->show = oct_practice_page_show_location;
  page_class->export_ = oct_practice_page_export;
  page_class->print = oct_practice_page_print;

  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-practice-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "practice.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "practice.next-version", NULL, next_version_cb);
  gtk_widget_class_install_action (widget_class, "practice.add-use", NULL, add_use_cb);
  gtk_widget_class_install_action (widget_class, "practice.retire", NULL, retire_cb);
  gtk_widget_class_install_action (widget_class, "practice.bring-back", NULL, retire_cb);
}

static void
oct_practice_page_init (OctPracticePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::plans", G_CALLBACK (update),
                                  self);
}
