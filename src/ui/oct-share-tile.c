/* A national share: the register's figure, and beside it, apart, the paper's.
 *
 * The two are counted from different sources on different days and never become one number; so
 * each says whose it is, and the paper's stands under a line of its own.
 */

#include "oct-share-tile.h"

#include <glib/gi18n.h>

#include "oct-text.h"

struct _OctShareTile
{
  AdwBin parent_instance;

  /* template */
  GtkButton *button;
  GtkLabel *title_label;
  GtkLabel *value_label;
  GtkLabel *basis_label;
  GtkLabel *paper_label;

  /* owned */
  char *location;
};

G_DEFINE_FINAL_TYPE (OctShareTile, oct_share_tile, ADW_TYPE_BIN)

static void
clicked_cb (OctShareTile *self)
{
  if (self->location != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", self->location);
}

static void
oct_share_tile_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_share_tile_parent_class)->dispose (object);
}

static void
oct_share_tile_finalize (GObject *object)
{
  g_free (OCT_SHARE_TILE (object)->location);

  G_OBJECT_CLASS (oct_share_tile_parent_class)->finalize (object);
}

static void
oct_share_tile_class_init (OctShareTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_share_tile_dispose;
  object_class->finalize = oct_share_tile_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-share-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, OctShareTile, button);
  gtk_widget_class_bind_template_child (widget_class, OctShareTile, title_label);
  gtk_widget_class_bind_template_child (widget_class, OctShareTile, value_label);
  gtk_widget_class_bind_template_child (widget_class, OctShareTile, basis_label);
  gtk_widget_class_bind_template_child (widget_class, OctShareTile, paper_label);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
oct_share_tile_init (OctShareTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_share_tile_set:
 * @title: whose share
 * @share: the register's figures
 * @as_at: the register's date
 * @paper_percent: the paper's own figure
 * @location: the list behind the register's figure
 *
 * Shows a share.
 */
void
oct_share_tile_set (OctShareTile *self, const char *title, const OctShare *share, OctDate as_at,
                    int paper_percent, const char *location)
{
  g_autofree char *value = oct_text_percent (oct_share_percent (share));
  g_autofree char *academy = oct_text_number (share->academy_pupils);
  g_autofree char *pupils = oct_text_number (share->pupils);
  g_autofree char *date = oct_text_date (as_at);
  g_autofree char *basis = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (OCT_IS_SHARE_TILE (self));

  /* Translators: pupils in academies, of how many pupils, and the date of the register. */
  basis = g_strdup_printf (_("%s of %s pupils, in the register of %s"), academy, pupils, date);
  /* Translators: a figure of the paper "Why a trust-based system?". */
  paper = g_strdup_printf (_("The paper’s own figure: %d%%"), paper_percent);
  name = g_strdup_printf ("%s: %s. %s. %s", title, value, basis, paper);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->value_label, value);
  gtk_label_set_label (self->basis_label, basis);
  gtk_label_set_label (self->paper_label, paper);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_free (self->location);
  self->location = g_strdup (location);
}
