/* The words beside a sector of the octant: its number and name, its stage, and how that changed.
 *
 * All labels have the same build and weight, whatever the hue and stage of their sector. Rows are set
 * one below the other and each is put left, right or in the middle, as the side of the wheel asks. While
 * room is looked for they are only measured; texts are made once it is found.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-octant-private.h"

typedef struct
{
  const OctChartTheme *type;
  double max_width;
  double align;
  gboolean final; /* texts are made; else only measured */
  double y;
  double width;
  /* how wide each text is set, 0 where there is none */
  double name, stage, change, notes, chosen;
} Setter;

/* A text no wider than it needs to be, its lines set as the label's are; returns how wide that is. */
static double
set_text (const Setter *setter, OctTextStyle style, const char *text, double max_width, int lines,
          PangoLayout **layout, double *width, double *height)
{
  int set_width;

  max_width = MAX (max_width, 10);
  oct_chart_text_measure (setter->type, style, text, max_width, lines, width, height);
  set_width = (int) ceil ((*width + 1) * PANGO_SCALE);
  if (setter->final)
    {
      *layout = oct_chart_text_new (setter->type, style, text, max_width, lines);
      pango_layout_set_width (*layout, set_width);
      pango_layout_set_alignment (*layout, setter->align > 0.75   ? PANGO_ALIGN_RIGHT
                                           : setter->align > 0.25 ? PANGO_ALIGN_CENTER
                                                                  : PANGO_ALIGN_LEFT);
    }
  *width = MIN (ceil (*width + 1), max_width + 2);
  return set_width / (double) PANGO_SCALE;
}

static void
set_name (Setter *setter, const OctOctantPart *part, OctOctantLabel *label)
{
  double line = oct_chart_text_height (setter->type, OCT_TEXT_BOLD), gap = line * 0.35;
  double width, height;
  g_autofree char *number = g_strdup_printf ("%u", part->number);

  label->badge_radius = line * 0.5;
  if (setter->final)
    label->badge = oct_chart_text_new (setter->type, OCT_TEXT_SMALL_BOLD, number, 0, 1);
  setter->name = set_text (setter, OCT_TEXT_BOLD, part->name, setter->max_width - line - gap, 3,
                           &label->name, &width, &height);
  /* For now the place within the row, which is set when the label's width is known. */
  label->badge_x = label->badge_radius;
  label->badge_y = setter->y + line / 2;
  label->name_x = line + gap;
  label->name_y = setter->y;
  setter->width = MAX (setter->width, line + gap + width);
  setter->y += height;
}

static char *
change_text (OctOctantChart *self, const OctOctantPart *part, int *arrow)
{
  *arrow = oct_stages_get_change (&self->data.stages, part->previous, part->stage);
  if (*arrow != 0)
    /* Translators: after an arrow up or down: the stage it was before, such as "Developing". */
    return g_strdup_printf (_("from %s"), oct_stages_get_name (&self->data.stages, part->previous));
  if (part->previous == OCT_STAGE_NOT_JUDGED && !oct_octant_has_previous (self))
    return NULL;
  if (part->previous == OCT_STAGE_NOT_JUDGED)
    return part->stage == OCT_STAGE_NOT_JUDGED ? NULL : g_strdup (_("judged for the first time"));
  if (part->stage == OCT_STAGE_NOT_JUDGED)
    /* Translators: a stage that an element had in the last cycle. */
    return g_strdup_printf (_("was %s"), oct_stages_get_name (&self->data.stages, part->previous));
  return g_strdup (_("unchanged"));
}

static void
set_stage (Setter *setter, OctOctantChart *self, const OctOctantPart *part, OctOctantLabel *label)
{
  double gap = setter->type->size_text * 0.42, arrow, stage_width, width = 0, height, row,
         change_height;
  g_autofree char *change = change_text (self, part, &label->arrow);

  setter->stage = set_text (setter, OCT_TEXT_NORMAL,
                            oct_stages_get_name (&self->data.stages, part->stage),
                            setter->max_width, 2, &label->stage, &stage_width, &height);
  label->stage_x = 0;
  label->stage_y = setter->y;
  setter->width = MAX (setter->width, stage_width);
  if (change == NULL)
    {
      setter->y += height;
      return;
    }
  arrow = label->arrow != 0 ? setter->type->size_text * 1.05 : 0;
  setter->change = set_text (setter, OCT_TEXT_NORMAL, change, setter->max_width - arrow, 2,
                             &label->change, &width, &change_height);
  row = stage_width + gap + arrow + width;
  if (row <= setter->max_width)
    {
      label->arrow_x = stage_width + gap + arrow * 0.4;
      label->change_x = stage_width + gap + arrow;
      label->change_y = setter->y;
      setter->width = MAX (setter->width, row);
    }
  else
    {
      setter->y += height;
      label->arrow_x = arrow * 0.4;
      label->change_x = arrow;
      label->change_y = setter->y;
      setter->width = MAX (setter->width, arrow + width);
    }
  label->arrow_y = label->change_y + oct_chart_text_height (setter->type, OCT_TEXT_NORMAL) * 0.53;
  setter->y = label->change_y + change_height;
}

/* What else is to be known, most important first. */
static char *
notes_text (OctOctantChart *self, const OctOctantPart *part)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *first = NULL;
  g_autofree char *upper = NULL;

  if (part->focus)
    g_ptr_array_add (notes, g_strdup (_("focus of this cycle")));
  if (part->draft && part->stage != OCT_STAGE_NOT_JUDGED)
    g_ptr_array_add (notes, g_strdup (_("draft")));
  if (part->confidence == OCT_STAGE_CONFIDENCE_LOW && part->stage != OCT_STAGE_NOT_JUDGED)
    g_ptr_array_add (notes, g_strdup (_("low confidence")));
  if (part->own != OCT_STAGE_NOT_JUDGED && part->own != part->stage)
    /* Translators: the stage an element has in the view of those it is about. */
    g_ptr_array_add (notes, g_strdup_printf (_("own view %s"),
                                             oct_stages_get_name (&self->data.stages, part->own)));
  if (!part->by_schools && self->data.schools->len > 0)
    g_ptr_array_add (notes, g_strdup (_("judged by the trust alone")));
  g_ptr_array_add (notes, NULL);
  if (notes->len == 1)
    return NULL;
  joined = g_strjoinv (" · ", (char **) notes->pdata);
  /* The first of them begins a line. */
  first = g_utf8_substring (joined, 0, 1);
  upper = g_utf8_strup (first, -1);
  return g_strconcat (upper, g_utf8_next_char (joined), NULL);
}

static void
set_rest (Setter *setter, OctOctantChart *self, guint sector, OctOctantLabel *label)
{
  const OctOctantPart *part = &self->data.parts[sector];
  g_autofree char *notes = notes_text (self, part);
  int chosen = oct_octant_find_chosen (self);
  double width, height;

  if (notes != NULL)
    {
      setter->notes = set_text (setter, OCT_TEXT_SMALL, notes, setter->max_width, 3, &label->notes,
                                &width, &height);
      label->notes_x = 0;
      label->notes_y = setter->y;
      setter->width = MAX (setter->width, width);
      setter->y += height;
    }
  if (chosen >= 0 && part->by_schools)
    {
      double mark = setter->type->size_small * 1.15;
      int stage = oct_octant_school_stage (self, chosen, sector);

      setter->chosen = set_text (setter, OCT_TEXT_SMALL_BOLD,
                                 oct_stages_get_name (&self->data.stages, stage),
                                 setter->max_width - mark, 1, &label->chosen, &width, &height);
      label->mark_x = mark * 0.36;
      label->mark_y = setter->y + height * 0.52;
      label->chosen_x = mark;
      label->chosen_y = setter->y;
      setter->width = MAX (setter->width, mark + width);
      setter->y += height;
    }
}

/* Shifts one row's pieces, of @width together, to where the label's side asks. */
static double
row_shift (const Setter *setter, double width)
{
  return floor ((setter->width - width) * setter->align);
}

static double
text_right (double width, double x)
{
  return width > 0 ? x + width : 0;
}

static void
align_rows (const Setter *setter, OctOctantLabel *label)
{
  double shift = row_shift (setter, text_right (setter->name, label->name_x));

  label->badge_x += shift;
  label->name_x += shift;
  if (setter->change > 0 && label->change_y > label->stage_y)
    {
      shift = row_shift (setter, text_right (setter->stage, 0));
      label->stage_x += shift;
      shift = row_shift (setter, text_right (setter->change, label->change_x));
    }
  else
    {
      shift = row_shift (setter, setter->change > 0 ? text_right (setter->change, label->change_x)
                                                    : text_right (setter->stage, 0));
      label->stage_x += shift;
    }
  label->arrow_x += shift;
  label->change_x += shift;
  label->notes_x += row_shift (setter, text_right (setter->notes, 0));
  shift = row_shift (setter, text_right (setter->chosen, label->chosen_x));
  label->mark_x += shift;
  label->chosen_x += shift;
}

void
oct_octant_label_clear (OctOctantLabel *label)
{
  g_clear_object (&label->badge);
  g_clear_object (&label->name);
  g_clear_object (&label->stage);
  g_clear_object (&label->change);
  g_clear_object (&label->notes);
  g_clear_object (&label->chosen);
  *label = (OctOctantLabel) { 0 };
}

static void
set_rows (OctOctantChart *self, guint sector, OctOctantLabelLevel level, Setter *setter,
          OctOctantLabel *label)
{
  oct_octant_label_clear (label);
  set_name (setter, &self->data.parts[sector], label);
  set_stage (setter, self, &self->data.parts[sector], label);
  if (level == OCT_OCTANT_LABEL_FULL)
    set_rest (setter, self, sector, label);
  align_rows (setter, label);
  label->max_width = setter->max_width;
  label->align = setter->align;
  label->width = setter->width;
  label->height = setter->y;
}

void
oct_octant_label_set (OctOctantChart *self, guint sector, const OctChartTheme *type,
                      OctOctantLabelLevel level, double max_width, double align,
                      OctOctantLabel *label)
{
  Setter setter = { .type = type, .max_width = max_width, .align = align };

  set_rows (self, sector, level, &setter, label);
}

void
oct_octant_label_finish (OctOctantChart *self, guint sector, const OctChartTheme *type,
                         OctOctantLabelLevel level, OctOctantLabel *label)
{
  Setter setter = {
    .type = type, .max_width = label->max_width, .align = label->align, .final = TRUE
  };
  double x = label->x, y = label->y;

  if (label->width <= 0)
    return;
  set_rows (self, sector, level, &setter, label);
  label->x = x;
  label->y = y;
}
