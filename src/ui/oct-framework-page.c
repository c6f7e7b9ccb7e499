/* The framework to read; see the header.
 *
 * It is the one of the cycle that is shown. Without a workspace it is the one that comes with the
 * program, since that is what a trust will begin with.
 */

#include "oct-framework-page.h"

#include <glib/gi18n.h>

#include "oct-framework-file.h"
#include "oct-framework-import.h"
#include "oct-framework-rows.h"
#include "oct-location.h"
#include "oct-save.h"
#include "oct-section.h"

struct _OctFrameworkPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *version;
  GtkLabel *guidance;
  GtkWidget *begin;
  GtkWidget *draft_strip;
  GtkLabel *draft_state;
  GtkListBox *stages;
  GtkListBox *elements;
  OctSection *elements_section;
  AdwStatusPage *error_page;

  /* owned */
  OctFramework *framework; /* (nullable): what is shown */
  GSignalGroup *workbench_signals;
};

G_DEFINE_FINAL_TYPE (OctFrameworkPage, oct_framework_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctFrameworkPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_heading (OctFrameworkPage *self)
{
  g_autofree char *version = NULL;

  /* Translators: a number. */
  version = g_strdup_printf (_("Version %d"), oct_framework_get_version (self->framework));
  gtk_label_set_label (self->name, oct_framework_get_name (self->framework));
  gtk_label_set_label (self->version, version);
  gtk_label_set_label (self->guidance, oct_framework_get_guidance (self->framework));
  gtk_widget_set_visible (GTK_WIDGET (self->guidance),
                          *oct_framework_get_guidance (self->framework) != '\0');
  oct_section_set_footnote (self->elements_section, oct_framework_get_source (self->framework));
}

static void
show_framework (OctFrameworkPage *self)
{
  GPtrArray *stages = oct_framework_get_stages (self->framework);
  GPtrArray *elements = oct_framework_get_elements (self->framework);

  show_heading (self);
  clear_list (self->stages);
  for (guint i = 0; i < stages->len; i++)
    {
      const OctStage *stage = g_ptr_array_index (stages, i);

      gtk_list_box_append (self->stages,
                           oct_framework_row_new (stage->name, stage->meaning, stage->retired));
    }
  clear_list (self->elements);
  for (guint i = 0; i < elements->len; i++)
    gtk_list_box_append (self->elements, oct_framework_element_row_new (
                                           self->framework, g_ptr_array_index (elements, i)));
}

/* A draft that somebody began is not forgotten. */
static void
show_draft (OctFrameworkPage *self, OctAssessment *assessment)
{
  GHashTable *rows = assessment != NULL ? oct_assessment_get_draft (assessment) : NULL;
  g_autofree char *state = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "framework.edit", assessment != NULL);
  gtk_widget_set_visible (self->draft_strip, rows != NULL && g_hash_table_size (rows) > 0);
  if (!gtk_widget_get_visible (self->draft_strip))
    return;
  /* Translators: a number from 2. */
  state = g_strdup_printf (
    _("A draft of version %d is being written."),
    oct_framework_get_version (oct_assessment_get_newest_framework (assessment)) + 1);
  gtk_label_set_label (self->draft_state, state);
}

/* What was opened to be read stays open while the framework is the same. */
static void
update (OctFrameworkPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);
  g_autoptr (OctFramework) framework = NULL;
  g_autoptr (GError) error = NULL;

  if (assessment != NULL)
    framework = g_object_ref (oct_assessment_get_framework (assessment));
  else
    framework = oct_framework_file_load_built_in (&error);
  if (framework == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      oct_page_show_part (self->stack, "error");
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "framework.import", assessment != NULL);
  show_draft (self, assessment);
  gtk_widget_set_visible (self->begin,
                          assessment == NULL && !oct_workbench_get_loading (workbench));
  if (self->framework == NULL || !oct_framework_equal (self->framework, framework)
      || oct_framework_get_version (self->framework) != oct_framework_get_version (framework))
    {
      g_set_object (&self->framework, framework);
      show_framework (self);
    }
  oct_page_show_part (self->stack, "ready");
}

static void
open_element (OctFrameworkPage *self, const char *key)
{
  const OctElement *element;
  GtkListBoxRow *row;

  if (key == NULL || self->framework == NULL)
    return;
  element = oct_framework_find_element (self->framework, key);
  if (element == NULL)
    return;
  row = gtk_list_box_get_row_at_index (self->elements, (int) element->number - 1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* --- to a file, and from one --- */

static gboolean
write_framework (const char *path, gpointer data, GError **error)
{
  g_autofree char *text = oct_framework_file_format (OCT_FRAMEWORK (data));

  return g_file_set_contents (path, text, -1, error);
}

static void
oct_framework_page_export (OctPage *page)
{
  static const OctSaveKind kinds[] = { { N_("Octant framework"), "*.json" }, { NULL, NULL } };
  OctFrameworkPage *self = OCT_FRAMEWORK_PAGE (page);
  g_autofree char *base = NULL;
  g_autofree char *file_name = NULL;

  if (self->framework == NULL)
    return;
  /* Translators: the name of a file: the name of a framework, and a number. */
  base = g_strdup_printf (_("%s, version %d"), oct_framework_get_name (self->framework),
                          oct_framework_get_version (self->framework));
  file_name = oct_save_file_name (base, "json");
  oct_save_ask (GTK_WIDGET (self), _("Save the framework"), file_name, kinds, write_framework,
                g_object_ref (self->framework), g_object_unref);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_framework_import_ask (widget, get_workbench (OCT_FRAMEWORK_PAGE (widget)));
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.go", "s", "framework-draft");
}

/* --- class --- */

static void
oct_framework_page_show_location (OctPage *page, const char *location)
{
  OctFrameworkPage *self = OCT_FRAMEWORK_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  oct_page_set_title (page, _("Framework"));
  update (self);
  open_element (self, g_hash_table_lookup (values, "element"));
}

static void
oct_framework_page_dispose (GObject *object)
{
  OctFrameworkPage *self = OCT_FRAMEWORK_PAGE (object);

  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_object (&self->framework);

  G_OBJECT_CLASS (oct_framework_page_parent_class)->dispose (object);
}

static void
oct_framework_page_class_init (OctFrameworkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_framework_page_dispose;
  page_class->show = oct_framework_page_show_location;
  page_class->export_ = oct_framework_page_export;

  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-framework-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, name);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, version);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, guidance);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, begin);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, draft_strip);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, draft_state);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, stages);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, elements);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, elements_section);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkPage, error_page);
  gtk_widget_class_install_action (widget_class, "framework.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "framework.edit", NULL, edit_cb);
}

static void
oct_framework_page_init (OctFrameworkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::loading", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::name", G_CALLBACK (update),
                                  self);
}
