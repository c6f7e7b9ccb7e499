/* The head of a page about one school or one trust.
 *
 * Both say their name large, then their status in words and shape, then what they are, and have the
 * star of the watchlist at the end. What only one of them has – the way to a school's trust, the
 * button that makes a trust one's own – its page adds.
 */

#include "oct-record-header.h"

#include <glib/gi18n.h>

struct _OctRecordHeader
{
  AdwBin parent_instance;

  /* template */
  GtkBox *lines;
  GtkBox *actions;
  GtkLabel *name_label;
  GtkLabel *status_label;
  GtkLabel *kind_label;
  GtkToggleButton *star_button;

  gboolean updating;
};

static void buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (OctRecordHeader, oct_record_header, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

enum
{
  SIGNAL_STAR_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_line (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_star (OctRecordHeader *self)
{
  gboolean starred = gtk_toggle_button_get_active (self->star_button);

  gtk_button_set_icon_name (GTK_BUTTON (self->star_button),
                            starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->star_button), starred
                                                                 ? _("Remove from the watchlist")
                                                                 : _("Add to the watchlist"));
}

static void
star_toggled_cb (OctRecordHeader *self)
{
  show_star (self);
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_STAR_TOGGLED], 0,
                   gtk_toggle_button_get_active (self->star_button));
}

/* The first child is that of the template itself. */
static void
buildable_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  OctRecordHeader *self = OCT_RECORD_HEADER (buildable);

  if (self->lines == NULL || !GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "line") == 0)
    gtk_box_append (self->lines, GTK_WIDGET (child));
  else
    gtk_box_append (self->actions, GTK_WIDGET (child));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = buildable_add_child;
}

static void
oct_record_header_class_init (OctRecordHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_STAR_TOGGLED] = g_signal_new ("star-toggled", OCT_TYPE_RECORD_HEADER,
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-record-header.ui");
  gtk_widget_class_bind_template_child (widget_class, OctRecordHeader, lines);
  gtk_widget_class_bind_template_child (widget_class, OctRecordHeader, actions);
  gtk_widget_class_bind_template_child (widget_class, OctRecordHeader, name_label);
  gtk_widget_class_bind_template_child (widget_class, OctRecordHeader, status_label);
  gtk_widget_class_bind_template_child (widget_class, OctRecordHeader, kind_label);
  gtk_widget_class_bind_template_child (widget_class, OctRecordHeader, star_button);
  gtk_widget_class_bind_template_callback (widget_class, star_toggled_cb);
}

static void
oct_record_header_init (OctRecordHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_star (self);
}

/**
 * oct_record_header_set_name:
 * @self: a header
 * @name: the name of the school or the trust
 *
 * Says the name.
 */
void
oct_record_header_set_name (OctRecordHeader *self, const char *name)
{
  g_return_if_fail (OCT_IS_RECORD_HEADER (self));

  gtk_label_set_label (self->name_label, name);
}

/**
 * oct_record_header_set_status:
 * @self: a header
 * @status: (nullable): the status, with its shape
 *
 * Says whether the school or the trust is open.
 */
void
oct_record_header_set_status (OctRecordHeader *self, const char *status)
{
  g_return_if_fail (OCT_IS_RECORD_HEADER (self));

  show_line (self->status_label, status);
}

/**
 * oct_record_header_set_kind:
 * @self: a header
 * @kind: (nullable): what sort of school or trust it is, and where
 *
 * Says what the school or the trust is.
 */
void
oct_record_header_set_kind (OctRecordHeader *self, const char *kind)
{
  g_return_if_fail (OCT_IS_RECORD_HEADER (self));

  show_line (self->kind_label, kind);
}

/**
 * oct_record_header_set_starred:
 * @self: a header
 * @starred: whether it is on the watchlist
 *
 * Shows the star; "star-toggled" isn't emitted.
 */
void
oct_record_header_set_starred (OctRecordHeader *self, gboolean starred)
{
  g_return_if_fail (OCT_IS_RECORD_HEADER (self));

  self->updating = TRUE;
  gtk_toggle_button_set_active (self->star_button, starred);
  self->updating = FALSE;
}
