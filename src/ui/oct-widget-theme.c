/* What the desktop's settings mean for charts, in one place. */

#include "octant-config.h"

#include "oct-widget-theme.h"

/**
 * oct_widget_get_chart_theme:
 * @widget: where charts are drawn
 * @theme: (out caller-allocates): how they look there; its font is kept for good
 *
 * Makes the theme that a widget's charts have now.
 */
void
oct_widget_get_chart_theme (GtkWidget *widget, OctChartTheme *theme)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const char *font = pango_font_description_get_family (
    pango_context_get_font_description (context));
  gboolean dark = adw_style_manager_get_dark (style);
  OctThemeKind kind = dark ? OCT_THEME_DARK : OCT_THEME_LIGHT;
  int dpi = 0;

  if (adw_style_manager_get_high_contrast (style))
    kind = dark ? OCT_THEME_HIGH_CONTRAST_DARK : OCT_THEME_HIGH_CONTRAST;
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  oct_chart_theme_init (theme, kind, dpi > 0 ? CLAMP (dpi / 1024.0 / 96, 0.5, 4) : 1,
                        g_intern_string (font));
}
