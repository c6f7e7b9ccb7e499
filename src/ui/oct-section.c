/* A titled part of a page: a heading, a sentence under it if one is needed, and a card. */

#include "oct-section.h"

struct _OctSection
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *title_label;
  GtkLabel *description_label;
  GtkLabel *footnote_label;
  AdwBin *suffix_bin;
  AdwBin *content_bin;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OctSection, oct_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_FOOTNOTE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* In a template the child of a section is its content, one of type "suffix" stands in the heading. */
static void
oct_section_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child,
                       const char *type)
{
  OctSection *self = OCT_SECTION (buildable);

  if (self->content_bin == NULL || !GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "suffix") == 0)
    oct_section_set_suffix (self, GTK_WIDGET (child));
  else
    oct_section_set_content (self, GTK_WIDGET (child));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = oct_section_add_child;
}

static GtkLabel *
label_of (OctSection *self, guint property)
{
  switch (property)
    {
    case PROP_TITLE:
      return self->title_label;
    case PROP_DESCRIPTION:
      return self->description_label;
    case PROP_FOOTNOTE:
      return self->footnote_label;
    default:
      return NULL;
    }
}

static void
set_text (OctSection *self, guint property, const char *text)
{
  GtkLabel *label = label_of (self, property);

  text = text != NULL ? text : "";
  if (g_str_equal (gtk_label_get_label (label), text))
    return;

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text[0] != '\0');
  if (property == PROP_TITLE)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
oct_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GtkLabel *label = label_of (OCT_SECTION (object), id);

  if (label != NULL)
    g_value_set_string (value, gtk_label_get_label (label));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
oct_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (label_of (OCT_SECTION (object), id) != NULL)
    set_text (OCT_SECTION (object), id, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
oct_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_section_parent_class)->dispose (object);
}

static void
oct_section_class_init (OctSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = oct_section_dispose;
  object_class->get_property = oct_section_get_property;
  object_class->set_property = oct_section_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", flags);
  properties[PROP_FOOTNOTE] = g_param_spec_string ("footnote", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-section.ui");
  gtk_widget_class_bind_template_child (widget_class, OctSection, title_label);
  gtk_widget_class_bind_template_child (widget_class, OctSection, description_label);
  gtk_widget_class_bind_template_child (widget_class, OctSection, footnote_label);
  gtk_widget_class_bind_template_child (widget_class, OctSection, suffix_bin);
  gtk_widget_class_bind_template_child (widget_class, OctSection, content_bin);
}

static void
oct_section_init (OctSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_section_new:
 * @title: the heading
 *
 * Returns: (transfer floating): a section without content
 */
GtkWidget *
oct_section_new (const char *title)
{
  return g_object_new (OCT_TYPE_SECTION, "title", title, NULL);
}

/**
 * oct_section_set_title:
 * @title: (nullable): the heading, hidden when there is none
 *
 * Sets the heading.
 */
void
oct_section_set_title (OctSection *self, const char *title)
{
  g_return_if_fail (OCT_IS_SECTION (self));

  set_text (self, PROP_TITLE, title);
}

/**
 * oct_section_set_description:
 * @description: (nullable): a sentence under the heading
 *
 * Sets the sentence under the heading.
 */
void
oct_section_set_description (OctSection *self, const char *description)
{
  g_return_if_fail (OCT_IS_SECTION (self));

  set_text (self, PROP_DESCRIPTION, description);
}

/**
 * oct_section_set_footnote:
 * @footnote: (nullable): a line under the card
 *
 * Sets the line under the card, where sources are named.
 */
void
oct_section_set_footnote (OctSection *self, const char *footnote)
{
  g_return_if_fail (OCT_IS_SECTION (self));

  set_text (self, PROP_FOOTNOTE, footnote);
}

/**
 * oct_section_set_content:
 * @content: (nullable): what is on the card
 *
 * Replaces the content.
 */
void
oct_section_set_content (OctSection *self, GtkWidget *content)
{
  g_return_if_fail (OCT_IS_SECTION (self));

  adw_bin_set_child (self->content_bin, content);
}

/**
 * oct_section_set_suffix:
 * @suffix: (nullable): a control at the end of the heading
 *
 * Replaces the control.
 */
void
oct_section_set_suffix (OctSection *self, GtkWidget *suffix)
{
  g_return_if_fail (OCT_IS_SECTION (self));

  adw_bin_set_child (self->suffix_bin, suffix);
}
