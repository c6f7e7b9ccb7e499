/* One fact: what it is, what the register says, and – when asked – which file said so and when.
 *
 * A page holds some eighty of these, so a row is only a few labels; the buttons exist where there
 * is something to open or copy. Addresses of web pages come from a public file that anybody could
 * have filled in, so only the two schemes of the web are ever opened.
 */

#include "oct-fact-row.h"

#include <glib/gi18n.h>

struct _OctFactRow
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *label_widget;
  GtkLabel *value_widget;
  GtkLabel *source_widget;
  GtkButton *copy_button;
  GtkButton *open_button;
  GtkButton *go_button;

  /* owned */
  char *web;
  char *location;
  gboolean show_source;
};

G_DEFINE_FINAL_TYPE (OctFactRow, oct_fact_row, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SHOW_SOURCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
copy_cb (OctFactRow *self)
{
  g_autofree char *toast = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->value_widget));
  /* Translators: what was copied, such as "Telephone". */
  toast = g_strdup_printf (_("%s copied"), gtk_label_get_label (self->label_widget));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", toast);
}

static void
open_cb (OctFactRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->web != NULL && GTK_IS_WINDOW (root))
    gtk_show_uri (GTK_WINDOW (root), self->web, GDK_CURRENT_TIME);
}

static void
go_cb (OctFactRow *self)
{
  if (self->location != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", self->location);
}

static void
oct_fact_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_SOURCE:
      g_value_set_boolean (value, OCT_FACT_ROW (object)->show_source);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_fact_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OctFactRow *self = OCT_FACT_ROW (object);

  switch (id)
    {
    case PROP_SHOW_SOURCE:
      if (self->show_source == g_value_get_boolean (value))
        return;
      self->show_source = g_value_get_boolean (value);
      gtk_widget_set_visible (GTK_WIDGET (self->source_widget), self->show_source);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_fact_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_fact_row_parent_class)->dispose (object);
}

static void
oct_fact_row_finalize (GObject *object)
{
  OctFactRow *self = OCT_FACT_ROW (object);

  g_free (self->web);
  g_free (self->location);

  G_OBJECT_CLASS (oct_fact_row_parent_class)->finalize (object);
}

static void
oct_fact_row_class_init (OctFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_fact_row_dispose;
  object_class->finalize = oct_fact_row_finalize;
  object_class->get_property = oct_fact_row_get_property;
  object_class->set_property = oct_fact_row_set_property;

  properties[PROP_SHOW_SOURCE] = g_param_spec_boolean ("show-source", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                         | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctFactRow, label_widget);
  gtk_widget_class_bind_template_child (widget_class, OctFactRow, value_widget);
  gtk_widget_class_bind_template_child (widget_class, OctFactRow, source_widget);
  gtk_widget_class_bind_template_child (widget_class, OctFactRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, OctFactRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, OctFactRow, go_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
oct_fact_row_init (OctFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_fact_row_new:
 * @label: what the fact is
 * @value: what is stated
 * @source: (nullable): which file states it, and its date
 *
 * Returns: (transfer floating): a row without buttons
 */
GtkWidget *
oct_fact_row_new (const char *label, const char *value, const char *source)
{
  OctFactRow *self = g_object_new (OCT_TYPE_FACT_ROW, NULL);

  gtk_label_set_label (self->label_widget, label);
  gtk_label_set_label (self->value_widget, value);
  if (source != NULL)
    {
      gtk_label_set_label (self->source_widget, source);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), source);
    }

  return GTK_WIDGET (self);
}

/**
 * oct_fact_row_get_label:
 *
 * Returns: what the fact is
 */
const char *
oct_fact_row_get_label (OctFactRow *self)
{
  g_return_val_if_fail (OCT_IS_FACT_ROW (self), NULL);

  return gtk_label_get_label (self->label_widget);
}

/**
 * oct_fact_row_get_value:
 *
 * Returns: what is stated
 */
const char *
oct_fact_row_get_value (OctFactRow *self)
{
  g_return_val_if_fail (OCT_IS_FACT_ROW (self), NULL);

  return gtk_label_get_label (self->value_widget);
}

/**
 * oct_fact_row_get_source:
 *
 * Returns: which file states it, "" where that wasn't said
 */
const char *
oct_fact_row_get_source (OctFactRow *self)
{
  g_return_val_if_fail (OCT_IS_FACT_ROW (self), NULL);

  return gtk_label_get_label (self->source_widget);
}

/**
 * oct_fact_row_set_copyable:
 * @copyable: whether there is a button that copies the value
 *
 * Shows or hides the copy button.
 */
void
oct_fact_row_set_copyable (OctFactRow *self, gboolean copyable)
{
  g_return_if_fail (OCT_IS_FACT_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), copyable);
}

/**
 * oct_fact_row_set_web:
 * @address: (nullable): a web address as somebody typed it
 *
 * Adds a button that opens @address in the browser; none where it isn't a web address.
 */
void
oct_fact_row_set_web (OctFactRow *self, const char *address)
{
  g_return_if_fail (OCT_IS_FACT_ROW (self));

  g_free (self->web);
  self->web = address != NULL ? oct_fact_row_web_address (address) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), self->web != NULL);
}

/**
 * oct_fact_row_set_location:
 * @location: (nullable): a page of the window
 *
 * Adds a button that goes to @location.
 */
void
oct_fact_row_set_location (OctFactRow *self, const char *location)
{
  g_return_if_fail (OCT_IS_FACT_ROW (self));

  g_free (self->location);
  self->location = g_strdup (location);
  gtk_widget_set_visible (GTK_WIDGET (self->go_button), location != NULL);
}

/**
 * oct_fact_row_web_address:
 * @text: an address as somebody typed it, often without "http://"
 *
 * Returns: (transfer full) (nullable): an http or https address, %NULL where @text is none
 */
char *
oct_fact_row_web_address (const char *text)
{
  g_autofree char *address = g_strstrip (g_strdup (text));
  g_autofree char *scheme = g_uri_parse_scheme (address);
  g_autoptr (GUri) uri = NULL;

  /* "www.example.org:80" reads as a scheme too; a scheme has "://" after it. */
  if (scheme == NULL || strstr (address, "://") == NULL)
    {
      g_autofree char *bare = g_steal_pointer (&address);

      if (scheme != NULL && strchr (scheme, '.') == NULL)
        return NULL;
      address = g_strconcat ("http://", bare, NULL);
    }
  else if (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0)
    return NULL;

  uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || strchr (g_uri_get_host (uri), '.') == NULL)
    return NULL;

  return g_steal_pointer (&address);
}
