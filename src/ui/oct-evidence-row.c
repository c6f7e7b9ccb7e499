/* One piece of evidence in a list; see the header. A quiet line warns where its words or its file's
 * name look like a record about one person.
 */

#include "oct-evidence-row.h"

#include <glib/gi18n.h>

#include "oct-personal-text.h"

struct _OctEvidenceRow
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkImage *mark;
  GtkPicture *picture;
  GtkLabel *name;
  GtkLabel *text;
  GtkLabel *detail;
  GtkWidget *warning;
  GtkLabel *warning_text;
  GtkMenuButton *menu;

  /* owned */
  OctEvidence *evidence;
};

G_DEFINE_FINAL_TYPE (OctEvidenceRow, oct_evidence_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_mark (OctEvidenceRow *self)
{
  g_autofree char *type = NULL;
  g_autoptr (GIcon) icon = NULL;

  switch (self->evidence->kind)
    {
    case OCT_EVIDENCE_NOTE:
      gtk_image_set_from_icon_name (self->mark, "document-edit-symbolic");
      break;
    case OCT_EVIDENCE_LINK:
      gtk_image_set_from_icon_name (self->mark, "web-browser-symbolic");
      break;
    case OCT_EVIDENCE_FILE:
    default:
      type = g_content_type_guess (self->evidence->file_name, NULL, 0, NULL);
      icon = g_content_type_get_symbolic_icon (type);
      gtk_image_set_from_gicon (self->mark, icon);
    }
}

/* (transfer full): what else there is to know, on one line. */
static char *
describe (const OctEvidence *evidence)
{
  g_autofree char *date = oct_date_to_text (evidence->dated);
  g_autofree char *size = NULL;

  switch (evidence->kind)
    {
    case OCT_EVIDENCE_LINK:
      /* Translators: the address of a link, a date. */
      return g_strdup_printf (_("%s · %s"), evidence->url, date);
    case OCT_EVIDENCE_FILE:
      size = g_format_size ((guint64) evidence->size);
      if (g_strcmp0 (evidence->name, evidence->file_name) == 0)
        /* Translators: the size of a file, a date. */
        return g_strdup_printf (_("File · %s · %s"), size, date);
      /* Translators: the name of a file, its size, a date. */
      return g_strdup_printf (_("%s · %s · %s"), evidence->file_name, size, date);
    case OCT_EVIDENCE_NOTE:
    default:
      /* Translators: %s is a date. */
      return g_strdup_printf (_("Note · %s"), date);
    }
}

static const char *
get_warning (const OctEvidence *evidence)
{
  const char *const texts[] = { evidence->name, evidence->text, evidence->file_name };
  OctPersonalText found = OCT_PERSONAL_NONE;

  for (guint i = 0; found == OCT_PERSONAL_NONE && i < G_N_ELEMENTS (texts); i++)
    found = oct_text_looks_personal (texts[i]);

  return oct_personal_text_to_warning (found);
}

static void
show_menu (OctEvidenceRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (_("_Edit…"), NULL);
  g_autoptr (GMenuItem) detach = g_menu_item_new (_("_Take away from here"), NULL);
  /* Translators: %s is what a piece of evidence is called. */
  g_autofree char *label = g_strdup_printf (_("More for %s"), self->evidence->name);

  g_menu_item_set_action_and_target (edit, "evidence.edit", "s", self->evidence->id);
  g_menu_item_set_action_and_target (detach, "evidence.detach", "s", self->evidence->id);
  g_menu_append_item (menu, edit);
  g_menu_append_item (menu, detach);
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_evidence (OctEvidenceRow *self)
{
  const OctEvidence *evidence = self->evidence;
  const char *warning = get_warning (evidence);
  g_autofree char *detail = describe (evidence);
  g_autofree char *accessible = g_strdup_printf ("%s, %s", evidence->name, detail);

  show_mark (self);
  gtk_label_set_label (self->name, evidence->name);
  gtk_label_set_label (self->text, evidence->text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *evidence->text != '\0');
  gtk_label_set_label (self->detail, detail);
  gtk_label_set_label (self->warning_text, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning, warning != NULL);
  show_menu (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}

static void
oct_evidence_row_finalize (GObject *object)
{
  g_clear_pointer (&OCT_EVIDENCE_ROW (object)->evidence, oct_evidence_free);

  G_OBJECT_CLASS (oct_evidence_row_parent_class)->finalize (object);
}

static void
oct_evidence_row_class_init (OctEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_evidence_row_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceRow, mark);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceRow, picture);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceRow, name);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceRow, text);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceRow, detail);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceRow, warning);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceRow, warning_text);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceRow, menu);
}

static void
oct_evidence_row_init (OctEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_evidence_row_new:
 * @evidence: a piece of evidence as it was read; copied
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
oct_evidence_row_new (const OctEvidence *evidence)
{
  OctEvidenceRow *self = g_object_new (OCT_TYPE_EVIDENCE_ROW, NULL);

  self->evidence = oct_evidence_copy (evidence);
  show_evidence (self);

  return GTK_WIDGET (self);
}

/**
 * oct_evidence_row_get_evidence:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
const OctEvidence *
oct_evidence_row_get_evidence (OctEvidenceRow *self)
{
  g_return_val_if_fail (OCT_IS_EVIDENCE_ROW (self), NULL);

  return self->evidence;
}

/**
 * oct_evidence_row_set_picture:
 * @self: a row
 * @picture: a small picture of the file
 *
 * Shows a picture in place of the mark.
 */
void
oct_evidence_row_set_picture (OctEvidenceRow *self, GdkPaintable *picture)
{
  g_return_if_fail (OCT_IS_EVIDENCE_ROW (self));

  gtk_picture_set_paintable (self->picture, picture);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), FALSE);
}

/**
 * oct_evidence_row_set_place:
 * @self: a row
 * @place: (nullable): where it stands
 * @open: whether it can be changed there, and taken away
 *
 * Adds where it stands to what else is known of it.
 */
void
oct_evidence_row_set_place (OctEvidenceRow *self, const char *place, gboolean open)
{
  g_autofree char *detail = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *accessible = NULL;

  g_return_if_fail (OCT_IS_EVIDENCE_ROW (self));

  detail = describe (self->evidence);
  /* Translators: what is known of a piece of evidence, and where it stands. */
  shown = place != NULL ? g_strdup_printf (_("%s · %s"), detail, place) : g_strdup (detail);
  accessible = g_strdup_printf ("%s, %s", self->evidence->name, shown);
  gtk_label_set_label (self->detail, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), open);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}
