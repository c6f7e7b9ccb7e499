/* The chart view: size, picture, theme and what a screen reader is told.
 *
 * Pointer, keyboard, menu and actions lie in oct-chart-view-input.c.
 */
#include "oct-chart-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-map-chart.h"
#include "oct-widget-theme.h"

enum
{
  PROP_0,
  PROP_CHART,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctChartView, oct_chart_view, GTK_TYPE_WIDGET)

double
oct_chart_view_get_width (OctChartView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self));
}

double
oct_chart_view_get_height (OctChartView *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self));
}

void
oct_chart_view_get_theme (OctChartView *self, OctChartTheme *theme)
{
  oct_widget_get_chart_theme (GTK_WIDGET (self), theme);
}

/* The screen reader hears the datum in focus, or what the chart is and shows. */
static void
update_accessible (OctChartView *self)
{
  const char *title = self->chart != NULL ? oct_chart_get_title (self->chart) : NULL;
  g_autofree char *description = self->chart != NULL ? oct_chart_describe (self->chart) : NULL;
  g_autofree char *datum = self->chart != NULL && self->focused != OCT_CHART_NONE
                             ? oct_chart_describe_datum (self->chart, self->focused)
                             : NULL;
  const char *label = datum != NULL ? datum : title != NULL ? title : _("Chart");
  g_autofree char *said = g_strdup_printf ("%s\n%s", label, description != NULL ? description : "");

  if (g_strcmp0 (said, self->said) == 0)
    return;
  if (datum != NULL)
    g_strdelimit (datum, "\n", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
  g_free (self->said);
  self->said = g_steal_pointer (&said);
}

static void
theme_changed_cb (OctChartView *self)
{
  oct_chart_view_forget_picture (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* What height the chart would like in the width it has. */
static double
natural_height (OctChartView *self)
{
  OctChartTheme theme;

  if (self->chart == NULL)
    return 0;
  oct_chart_view_get_theme (self, &theme);
  return oct_chart_natural_height (self->chart, oct_chart_view_get_width (self), &theme);
}

/* The whole page is laid out anew for a chart of another height, and only for that. */
static void
ask_for_height (OctChartView *self)
{
  if (self->chart == NULL || self->asked_height < 0 || natural_height (self) != self->asked_height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
chart_changed_cb (OctChartView *self)
{
  oct_chart_view_forget_picture (self);
  self->hovered = OCT_CHART_NONE;
  /* A place of a map keeps its number while it is moved; other data may have gone. */
  if (!OCT_IS_MAP_CHART (self->chart) && self->focused >= (int) oct_chart_n_data (self->chart))
    self->focused = OCT_CHART_NONE;
  update_accessible (self);
  ask_for_height (self);
}

void
oct_chart_view_set_focused (OctChartView *self, int datum)
{
  if (self->focused == datum)
    return;
  self->focused = datum;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
oct_chart_view_set_hovered (OctChartView *self, int datum)
{
  const char *cursor = NULL;

  if (self->hovered == datum)
    return;
  self->hovered = datum;
  if (datum != OCT_CHART_NONE
      && (oct_chart_datum_id (self->chart, datum) != NULL || OCT_IS_MAP_CHART (self->chart)))
    cursor = "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
oct_chart_view_activate_datum (OctChartView *self, int datum)
{
  const char *id;
  OctChartTheme theme;

  if (self->chart == NULL || datum == OCT_CHART_NONE)
    return;
  oct_chart_view_get_theme (self, &theme);
  if (OCT_IS_MAP_CHART (self->chart)
      && oct_map_chart_open_cluster (OCT_MAP_CHART (self->chart), datum,
                                     oct_chart_view_get_width (self),
                                     oct_chart_view_get_height (self), &theme))
    return;
  id = oct_chart_datum_id (self->chart, datum);
  if (id != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, id);
}

void
oct_chart_view_zoom (OctChartView *self, double factor, double x, double y)
{
  OctChartTheme theme;

  if (!OCT_IS_MAP_CHART (self->chart))
    return;
  oct_chart_view_get_theme (self, &theme);
  oct_map_chart_zoom (OCT_MAP_CHART (self->chart), factor, x, y, oct_chart_view_get_width (self),
                      oct_chart_view_get_height (self), &theme);
}

static void
draw_marks (OctChartView *self, GtkSnapshot *snapshot, double width, double height)
{
  gboolean focus = gtk_widget_has_focus (GTK_WIDGET (self))
                   && gtk_widget_has_visible_focus (GTK_WIDGET (self));
  OctChartTheme theme;
  cairo_t *cr;

  if (self->hovered == OCT_CHART_NONE && !focus)
    return;
  oct_chart_view_get_theme (self, &theme);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-6, -6, width + 12, height + 12));
  if (self->hovered != OCT_CHART_NONE)
    oct_chart_draw_overlay (self->chart, cr, width, height, &theme, self->hovered, FALSE);
  if (focus && self->focused != OCT_CHART_NONE)
    oct_chart_draw_overlay (self->chart, cr, width, height, &theme, self->focused, TRUE);
  if (focus)
    {
      oct_colour_set (theme.focus, cr);
      cairo_set_line_width (cr, theme.line_strong);
      cairo_rectangle (cr, -4, -4, width + 8, height + 8);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
oct_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OctChartView *self = OCT_CHART_VIEW (widget);
  double width = oct_chart_view_get_width (self), height = oct_chart_view_get_height (self);

  if (self->chart == NULL || width < 1 || height < 1)
    return;
  oct_chart_view_snapshot_picture (self, snapshot);
  draw_marks (self, snapshot, width, height);
  if (gtk_widget_get_visible (self->zoom_buttons))
    gtk_widget_snapshot_child (widget, self->zoom_buttons, snapshot);
}

static GtkSizeRequestMode
oct_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
oct_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctChartView *self = OCT_CHART_VIEW (widget);
  OctChartTheme theme;

  /* The children are set upon the chart; measuring them is asked for all the same. */
  gtk_widget_measure (self->zoom_buttons, orientation, -1, NULL, NULL, NULL, NULL);
  oct_chart_view_get_theme (self, &theme);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (200 * theme.scale);
      *natural = (int) (520 * theme.scale);
      return;
    }
  *natural = (int) (240 * theme.scale);
  if (self->chart != NULL)
    {
      double height = oct_chart_natural_height (
        self->chart, for_size > 0 ? for_size : 520 * theme.scale, &theme);

      if (height > 0)
        *natural = (int) ceil (height);
    }
  /* A map can be any size; a chart with a line for each datum needs them all. */
  *minimum = OCT_IS_MAP_CHART (self->chart) ? MIN (*natural, (int) (220 * theme.scale)) : *natural;
}

static void
oct_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OctChartView *self = OCT_CHART_VIEW (widget);

  self->asked_height = self->chart != NULL ? natural_height (self) : -1;
  if (self->chart != NULL && gtk_widget_get_visible (self->zoom_buttons))
    {
      GtkRequisition size;
      cairo_rectangle_t plot;
      OctChartTheme theme;

      oct_chart_view_get_theme (self, &theme);
      oct_chart_get_plot (self->chart, width, height, &theme, &plot);
      gtk_widget_get_preferred_size (self->zoom_buttons, &size, NULL);
      gtk_widget_size_allocate (
        self->zoom_buttons,
        &(GtkAllocation) {
          MAX (0, (int) (plot.x + plot.width) - size.width - OCT_CHART_BUTTON_MARGIN),
          MAX (0, (int) (plot.y + plot.height) - size.height - OCT_CHART_BUTTON_MARGIN), size.width,
          size.height },
        -1);
    }
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static gboolean
oct_chart_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                              GtkTooltip *tooltip)
{
  OctChartView *self = OCT_CHART_VIEW (widget);
  int datum = keyboard ? self->focused : self->hovered;
  g_autofree char *text = NULL;

  if (self->chart == NULL || datum == OCT_CHART_NONE)
    return FALSE;
  text = oct_chart_describe_datum (self->chart, datum);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  if (!keyboard)
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 4, y - 4, 8, 8 });
  return TRUE;
}

static void
oct_chart_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (oct_chart_view_parent_class)->realize (widget);
  oct_chart_view_follow_frames (OCT_CHART_VIEW (widget), gtk_widget_get_frame_clock (widget));
}

static void
oct_chart_view_unrealize (GtkWidget *widget)
{
  /* Another window may have another renderer. */
  oct_chart_view_drop_picture (OCT_CHART_VIEW (widget));
  oct_chart_view_follow_frames (OCT_CHART_VIEW (widget), NULL);
  GTK_WIDGET_CLASS (oct_chart_view_parent_class)->unrealize (widget);
}

static void
oct_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  OctChartView *self = OCT_CHART_VIEW (widget);
  OctChartTheme theme;

  GTK_WIDGET_CLASS (oct_chart_view_parent_class)->css_changed (widget, change);
  /* The font may be another one; all else of a chart is the theme's. */
  oct_chart_view_get_theme (self, &theme);
  if (self->font == theme.font)
    return;
  self->font = theme.font;
  theme_changed_cb (self);
}

static void
oct_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  switch (id)
    {
    case PROP_CHART:
      g_value_set_object (value, OCT_CHART_VIEW (object)->chart);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
oct_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  switch (id)
    {
    case PROP_CHART:
      oct_chart_view_set_chart (OCT_CHART_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
oct_chart_view_dispose (GObject *object)
{
  OctChartView *self = OCT_CHART_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->zoom_buttons, gtk_widget_unparent);
  g_clear_object (&self->chart_signals);
  g_clear_object (&self->chart);
  oct_chart_view_drop_picture (self);
  g_clear_handle_id (&self->ahead_source, g_source_remove);

  G_OBJECT_CLASS (oct_chart_view_parent_class)->dispose (object);
}

static void
oct_chart_view_finalize (GObject *object)
{
  OctChartView *self = OCT_CHART_VIEW (object);

  g_free (self->said);

  G_OBJECT_CLASS (oct_chart_view_parent_class)->finalize (object);
}

static void
oct_chart_view_class_init (OctChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = oct_chart_view_get_property;
  object_class->set_property = oct_chart_view_set_property;
  object_class->dispose = oct_chart_view_dispose;
  object_class->finalize = oct_chart_view_finalize;
  widget_class->snapshot = oct_chart_view_snapshot;
  widget_class->get_request_mode = oct_chart_view_get_request_mode;
  widget_class->measure = oct_chart_view_measure;
  widget_class->size_allocate = oct_chart_view_size_allocate;
  widget_class->query_tooltip = oct_chart_view_query_tooltip;
  widget_class->realize = oct_chart_view_realize;
  widget_class->unrealize = oct_chart_view_unrealize;
  widget_class->css_changed = oct_chart_view_css_changed;

  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, OCT_TYPE_CHART,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * OctChartView::activated:
   * @self: the view
   * @id: what the chart's owner called the datum
   *
   * A datum was clicked, or chosen with the Enter key.
   */
  signals[ACTIVATED] = g_signal_new ("activated", OCT_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  oct_chart_view_install_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
oct_chart_view_init (OctChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  self->hovered = self->focused = OCT_CHART_NONE;
  self->asked_height = -1;
  self->chart_signals = g_signal_group_new (OCT_TYPE_CHART);
  g_signal_group_connect_swapped (self->chart_signals, "changed", G_CALLBACK (chart_changed_cb),
                                  self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  oct_chart_view_add_input (self);
  update_accessible (self);
}

/**
 * oct_chart_view_new:
 * @chart: (nullable) (transfer none): what to show
 *
 * Returns: (transfer floating): a view of the chart
 */
GtkWidget *
oct_chart_view_new (OctChart *chart)
{
  return g_object_new (OCT_TYPE_CHART_VIEW, "chart", chart, NULL);
}

/**
 * oct_chart_view_get_chart:
 * @self: a chart view
 *
 * Returns: (transfer none) (nullable): what is shown
 */
OctChart *
oct_chart_view_get_chart (OctChartView *self)
{
  g_return_val_if_fail (OCT_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * oct_chart_view_set_chart:
 * @self: a chart view
 * @chart: (nullable) (transfer none): what to show
 *
 * Shows another chart, or none.
 */
void
oct_chart_view_set_chart (OctChartView *self, OctChart *chart)
{
  g_return_if_fail (OCT_IS_CHART_VIEW (self));
  g_return_if_fail (chart == NULL || OCT_IS_CHART (chart));

  if (!g_set_object (&self->chart, chart))
    return;
  g_signal_group_set_target (self->chart_signals, chart);
  self->hovered = self->focused = OCT_CHART_NONE;
  gtk_widget_set_visible (self->zoom_buttons, OCT_IS_MAP_CHART (chart));
  oct_chart_view_forget_picture (self);
  update_accessible (self);
  ask_for_height (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}
