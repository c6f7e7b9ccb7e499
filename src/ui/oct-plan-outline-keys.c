/* The keys of a plan's outline, and what they do.
 *
 * Return, Tab, arrows and Delete mean what they mean in an outliner: while a text is edited they go
 * before it. On a line that isn't edited, Tab leaves the outline as everywhere.
 */

#include <glib/gi18n.h>

#include "oct-plan-outline-private.h"

static const OctRecordKind *
next_kind (const OctRecordKind *kind)
{
  if (kind == &oct_criterion_kind)
    return &oct_action_kind;
  if (kind == &oct_action_kind)
    return &oct_milestone_kind;

  return kind == &oct_milestone_kind ? &oct_criterion_kind : &oct_action_kind;
}

static gboolean
has_criterion (OctPlanOutline *self, const char *objective_id)
{
  return oct_plan_book_get_children (oct_plan_work_get_book (self->work), &oct_criterion_kind,
                                     objective_id)
           ->len
         > 0;
}

/* An objective without a success criterion goes on to it, since it needs one. An empty line goes on to
 * an objective, or ends. */
static void
add_below (OctPlanOutline *self)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);
  const OctRecordKind *kind;
  g_autofree char *id = NULL;

  if (row == NULL)
    {
      oct_plan_outline_begin (self, &oct_objective_kind, NULL);
      return;
    }
  oct_plan_line_commit (row);
  kind = oct_plan_line_get_kind (row);
  id = g_strdup (oct_plan_line_get_id (row));
  if (id == NULL)
    {
      g_autofree char *after = g_strdup (self->pending_after);

      if (kind == &oct_objective_kind)
        oct_plan_outline_delete (self);
      else
        oct_plan_outline_begin (self, &oct_objective_kind, after);
      return;
    }
  oct_plan_line_end (row);
  if (kind == &oct_objective_kind && !has_criterion (self, id))
    kind = &oct_criterion_kind;
  oct_plan_outline_begin (self, kind, id);
}

/* A line that is no record yet only changes what it will be. */
static void
convert_pending (OctPlanOutline *self, OctPlanLine *row, const OctRecordKind *kind)
{
  const OctObjective *objective = NULL;
  gpointer after = oct_plan_work_find (self->work, oct_plan_line_get_kind (row),
                                       self->pending_after);

  if (after == NULL)
    after = oct_plan_work_find (self->work, &oct_objective_kind, self->pending_after);
  objective = after != NULL ? oct_plan_work_find_objective (self->work, after) : NULL;
  if (objective == NULL)
    return;
  g_free (self->pending_after);
  self->pending_after = g_strdup (objective->record.id);
  oct_plan_line_set_kind (row, kind);
  oct_plan_outline_refresh (self);
  oct_plan_line_insert (row, "");
}

static void
convert (OctPlanOutline *self, const OctRecordKind *kind)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);
  int offset;
  gpointer record;
  const OctRecord *made;
  g_autoptr (GError) error = NULL;

  if (row == NULL || kind == oct_plan_line_get_kind (row) || !oct_plan_work_is_open (self->work))
    return;
  offset = oct_plan_line_get_offset (row);
  if (oct_plan_line_get_id (row) == NULL)
    {
      g_autofree char *text = g_strstrip (oct_plan_line_dup_text (row));

      if (*text == '\0')
        {
          convert_pending (self, row, kind);
          return;
        }
      oct_plan_line_commit (row);
    }
  oct_plan_line_end (row);
  record = oct_plan_line_find (row);
  if (record == NULL)
    return;
  made = oct_plan_work_convert (self->work, record, kind, &error);
  if (made == NULL)
    {
      oct_plan_outline_fail (self, error);
      if (offset >= 0)
        oct_plan_line_edit (row, offset);
      return;
    }
  oct_plan_outline_choose (self, made->id);
  row = oct_plan_outline_get_row (self);
  if (offset >= 0)
    oct_plan_line_edit (row, offset);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
move (OctPlanOutline *self, int direction)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);
  gpointer record;

  if (row == NULL || !oct_plan_work_is_open (self->work))
    return;
  oct_plan_line_commit (row);
  record = oct_plan_line_find (row);
  if (record != NULL)
    oct_plan_work_move (self->work, record, direction);
}

static void
tick (OctPlanOutline *self)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);
  gpointer record;

  if (row == NULL || !oct_plan_work_is_open (self->work))
    return;
  oct_plan_line_commit (row);
  record = oct_plan_line_find (row);
  if (record != NULL)
    oct_plan_work_tick (self->work, record);
}

static void
fold (OctPlanOutline *self, gboolean folded)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);
  const OctObjective *objective;
  g_autofree char *id = NULL;

  if (row == NULL || oct_plan_line_find (row) == NULL)
    return;
  objective = oct_plan_work_find_objective (self->work, oct_plan_line_find (row));
  if (objective == NULL)
    return;
  id = g_strdup (objective->record.id);
  oct_plan_outline_choose (self, id);
  oct_plan_outline_set_folded (self, id, folded);
  oct_plan_outline_focus (self);
}

/* --- keys --- */

static gboolean
key_while_editing (OctPlanOutline *self, OctPlanLine *row, guint key, GdkModifierType state)
{
  g_autofree char *text = NULL;

  switch (key)
    {
    case GDK_KEY_Escape:
      oct_plan_line_end (row);
      if (row == self->pending)
        oct_plan_outline_delete (self);
      else
        gtk_widget_grab_focus (GTK_WIDGET (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
      convert (self, next_kind (oct_plan_line_get_kind (row)));
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      convert (self, &oct_objective_kind);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (!oct_plan_line_is_at_edge (row, key == GDK_KEY_Up ? -1 : 1))
        return GDK_EVENT_PROPAGATE;
      oct_plan_outline_go (self, key == GDK_KEY_Up ? -1 : 1, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_BackSpace:
      text = oct_plan_line_dup_text (row);
      if (*text != '\0')
        return GDK_EVENT_PROPAGATE;
      oct_plan_line_end (row);
      oct_plan_outline_delete (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_on_line (OctPlanOutline *self, OctPlanLine *row, guint key, GdkModifierType state)
{
  gunichar typed = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };

  switch (key)
    {
    case GDK_KEY_F2:
      if (oct_plan_work_is_open (self->work))
        oct_plan_line_edit (row, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      oct_plan_outline_delete (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      fold (self, key == GDK_KEY_Left);
      return GDK_EVENT_STOP;
    default:
      break;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !g_unichar_isprint (typed) || typed == ' '
      || !oct_plan_work_is_open (self->work))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (typed, text);
  oct_plan_line_edit (row, -1);
  oct_plan_line_insert (row, text);

  return GDK_EVENT_STOP;
}

/* Those that mean the same whether a text is edited or not. */
static gboolean
key_anywhere (OctPlanOutline *self, guint key, GdkModifierType state)
{
  gboolean ctrl = (state & GDK_CONTROL_MASK) != 0;
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && ctrl)
    tick (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && alt)
    g_signal_emit_by_name (self, "opened");
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    add_below (self);
  else if (alt && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    move (self, key == GDK_KEY_Up ? -1 : 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
key_cb (OctPlanOutline *self, guint key, guint code, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  OctPlanLine *row = oct_plan_outline_get_row (self);

  /* A control on the line keeps its keys. */
  if (row == NULL || focus == NULL
      || !(focus == GTK_WIDGET (row)
           || (GTK_IS_TEXT_VIEW (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (row)))))
    return GDK_EVENT_PROPAGATE;
  if (key_anywhere (self, key, state))
    return GDK_EVENT_STOP;

  return oct_plan_line_is_editing (row) ? key_while_editing (self, row, key, state)
                                        : key_on_line (self, row, key, state);
}

void
oct_plan_outline_add_keys (OctPlanOutline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/* --- actions --- */

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanOutline *self = OCT_PLAN_OUTLINE (widget);

  if (g_str_equal (name, "outline.add-objective"))
    oct_plan_outline_add (self, &oct_objective_kind);
  else if (g_str_equal (name, "outline.add-criterion"))
    oct_plan_outline_add (self, &oct_criterion_kind);
  else if (g_str_equal (name, "outline.add-action"))
    oct_plan_outline_add (self, &oct_action_kind);
  else
    oct_plan_outline_add (self, &oct_milestone_kind);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (OCT_PLAN_OUTLINE (widget), g_str_equal (name, "outline.move-up") ? -1 : 1);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_plan_outline_delete (OCT_PLAN_OUTLINE (widget));
}

static void
tick_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tick (OCT_PLAN_OUTLINE (widget));
}

static void
promote_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  convert (OCT_PLAN_OUTLINE (widget), &oct_objective_kind);
}

static void
details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "opened");
}

/* The keys for it are those of the list. */
static void
fold_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanOutline *self = OCT_PLAN_OUTLINE (widget);
  GPtrArray *objectives = oct_plan_book_get_children (oct_plan_work_get_book (self->work),
                                                      &oct_objective_kind,
                                                      oct_plan_work_get_plan_id (self->work));

  oct_plan_outline_commit (self);
  g_hash_table_remove_all (self->folded);
  for (guint i = 0; g_str_equal (name, "outline.fold-all") && i < objectives->len; i++)
    g_hash_table_add (self->folded,
                      g_strdup (((OctRecord *) g_ptr_array_index (objectives, i))->id));
  oct_plan_outline_refresh (self);
}

void
oct_plan_outline_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "outline.add-objective", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "outline.add-criterion", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "outline.add-action", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "outline.add-milestone", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "outline.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "outline.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "outline.tick", NULL, tick_cb);
  gtk_widget_class_install_action (widget_class, "outline.promote", NULL, promote_cb);
  gtk_widget_class_install_action (widget_class, "outline.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "outline.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "outline.fold-all", NULL, fold_all_cb);
  gtk_widget_class_install_action (widget_class, "outline.unfold-all", NULL, fold_all_cb);
}

void
oct_plan_outline_update_actions (OctPlanOutline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  OctPlanLine *row = oct_plan_outline_get_row (self);
  gboolean open = oct_plan_work_is_open (self->work);
  const OctRecordKind *kind = row != NULL ? oct_plan_line_get_kind (row) : NULL;
  gboolean child = open && kind != NULL;

  gtk_widget_action_set_enabled (widget, "outline.add-objective", open);
  gtk_widget_action_set_enabled (widget, "outline.add-criterion", child);
  gtk_widget_action_set_enabled (widget, "outline.add-action", child);
  gtk_widget_action_set_enabled (widget, "outline.add-milestone", child);
  gtk_widget_action_set_enabled (widget, "outline.move-up", child);
  gtk_widget_action_set_enabled (widget, "outline.move-down", child);
  gtk_widget_action_set_enabled (widget, "outline.delete", child);
  gtk_widget_action_set_enabled (
    widget, "outline.tick", child && (kind == &oct_action_kind || kind == &oct_milestone_kind));
  gtk_widget_action_set_enabled (widget, "outline.promote", child && kind != &oct_objective_kind);
  gtk_widget_action_set_enabled (widget, "outline.details", kind != NULL);
}
