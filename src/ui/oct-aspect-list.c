/* The optional aspects of an element, behind an expander that says how many are judged.
 *
 * The rows are made when the expander is first opened, and again when another element is shown:
 * an element may have twenty of them and most people judge none.
 */

#include "oct-aspect-list.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-aspect-row.h"

struct _OctAspectList
{
  AdwBin parent_instance;

  /* template */
  GtkExpander *expander;
  GtkLabel *title;
  GtkBox *box;

  /* owned */
  OctWorkbench *workbench;
  OctFramework *framework; /* (nullable): that of the rows */
  char *school_id;
  char *element;
  OctJudgementView view;

  gboolean filled;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (OctAspectList, oct_aspect_list, ADW_TYPE_BIN)

static OctJudgingPlace
get_place (OctAspectList *self, const char *aspect)
{
  return (OctJudgingPlace) {
    .school_id = self->school_id, .element = self->element, .aspect = aspect, .view = self->view
  };
}

static void
failed_cb (OctAspectList *self, const char *message)
{
  g_signal_emit (self, failed_signal, 0, message);
}

static void
empty_rows (OctAspectList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, row);
  self->filled = FALSE;
}

static void
add_group (OctAspectList *self, const char *group)
{
  GtkWidget *label = gtk_label_new (group);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "oct-aspect-group");
  gtk_box_append (self->box, label);
}

static void
fill_rows (OctAspectList *self)
{
  const OctElement *element = self->element != NULL && self->framework != NULL
                                ? oct_framework_find_element (self->framework, self->element)
                                : NULL;
  const char *group = NULL;

  if (self->filled || element == NULL)
    return;
  self->filled = TRUE;
  for (guint i = 0; i < element->aspects->len; i++)
    {
      const OctAspect *aspect = g_ptr_array_index (element->aspects, i);
      OctJudgingPlace place = get_place (self, aspect->key);
      GtkWidget *row;

      if (aspect->retired)
        continue;
      if (aspect->group != NULL && g_strcmp0 (aspect->group, group) != 0)
        add_group (self, aspect->group);
      group = aspect->group;
      row = oct_aspect_row_new (self->workbench, aspect, &place);
      g_signal_connect_object (row, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->box, row);
    }
}

static void
update_title (OctAspectList *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  const OctElement *element = oct_framework_find_element (self->framework, self->element);
  g_autofree char *title = NULL;
  guint n_aspects = 0;
  guint n_judged = 0;

  for (guint i = 0; element != NULL && i < element->aspects->len; i++)
    {
      const OctAspect *aspect = g_ptr_array_index (element->aspects, i);
      const OctJudgement *judgement = oct_assessment_find (
        assessment, OCT_WHEN_NOW, self->school_id, self->element, aspect->key, self->view);

      if (aspect->retired)
        continue;
      n_aspects++;
      if (judgement != NULL && judgement->final)
        n_judged++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_aspects > 0);
  if (n_judged == 0)
    title = g_strdup_printf (ngettext ("One as_pect, if you like to look closer",
                                       "As_pects, if you like to look closer (%u)", n_aspects),
                             n_aspects);
  else
    /* Translators: how many of an element's aspects are judged. */
    title = g_strdup_printf (_("As_pects: %u of %u judged"), n_judged, n_aspects);
  gtk_label_set_label (self->title, title);
}

static void
expanded_cb (OctAspectList *self)
{
  if (gtk_expander_get_expanded (self->expander))
    fill_rows (self);
}

static void
oct_aspect_list_dispose (GObject *object)
{
  OctAspectList *self = OCT_ASPECT_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->framework);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (oct_aspect_list_parent_class)->dispose (object);
}

static void
oct_aspect_list_finalize (GObject *object)
{
  OctAspectList *self = OCT_ASPECT_LIST (object);

  g_free (self->school_id);
  g_free (self->element);
  G_OBJECT_CLASS (oct_aspect_list_parent_class)->finalize (object);
}

static void
oct_aspect_list_class_init (OctAspectListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_aspect_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_aspect_list_finalize;
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-aspect-list.ui");
  gtk_widget_class_bind_template_child (widget_class, OctAspectList, expander);
  gtk_widget_class_bind_template_child (widget_class, OctAspectList, title);
  gtk_widget_class_bind_template_child (widget_class, OctAspectList, box);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
oct_aspect_list_init (OctAspectList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_follow (GTK_WIDGET (self));
}

/**
 * oct_aspect_list_set_workbench:
 * @self: a list
 * @workbench: where it is kept
 *
 * To be called once, before anything is shown.
 */
void
oct_aspect_list_set_workbench (OctAspectList *self, OctWorkbench *workbench)
{
  g_return_if_fail (OCT_IS_ASPECT_LIST (self));

  g_set_object (&self->workbench, workbench);
}

/**
 * oct_aspect_list_show:
 * @self: a list
 * @place: an element as a whole, in one view
 *
 * Shows the aspects of an element, and how many of them are judged.
 */
void
oct_aspect_list_show (OctAspectList *self, const OctJudgingPlace *place)
{
  OctFramework *framework;

  g_return_if_fail (OCT_IS_ASPECT_LIST (self));
  g_return_if_fail (place != NULL);

  framework = oct_assessment_get_framework (oct_workbench_get_assessment (self->workbench));
  if (self->framework != framework || self->view != place->view
      || g_strcmp0 (self->school_id, place->school_id) != 0
      || g_strcmp0 (self->element, place->element) != 0)
    {
      empty_rows (self);
      g_set_object (&self->framework, framework);
      g_free (self->school_id);
      self->school_id = g_strdup (place->school_id);
      g_free (self->element);
      self->element = g_strdup (place->element);
      self->view = place->view;
      if (gtk_expander_get_expanded (self->expander))
        fill_rows (self);
    }
  update_title (self);
}

/**
 * oct_aspect_list_commit:
 * @self: a list
 *
 * Keeps what was typed in any of its rows.
 */
void
oct_aspect_list_commit (OctAspectList *self)
{
  g_return_if_fail (OCT_IS_ASPECT_LIST (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->box)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (OCT_IS_ASPECT_ROW (row))
        oct_aspect_row_commit (OCT_ASPECT_ROW (row));
    }
}
