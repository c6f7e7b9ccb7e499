/* What is asked before something is done with a whole workspace. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctAnswerFunc:
 * Is given what was chosen: a name, or the path of a file; for a confirmation %NULL. Not called where
 * nothing was.
 */
typedef void (*OctAnswerFunc) (GtkWidget *widget, const char *name, const char *answer);

/* @widget: who asks; the answer is dropped when it is gone. @name: of the workspace. */
void oct_workspace_ask_name (GtkWidget *widget, const char *name, OctAnswerFunc func);
void oct_workspace_ask_trash (GtkWidget *widget, const char *name, OctAnswerFunc func);
/* @backup: handed on as the answer; @when: its date and time. */
void oct_workspace_ask_restore (GtkWidget *widget, const char *name, const char *backup,
                                const char *when, OctAnswerFunc func);
void oct_workspace_ask_save (GtkWidget *widget, const char *name, OctAnswerFunc func);
void oct_workspace_ask_open (GtkWidget *widget, OctAnswerFunc func);
/* Says that something was not done, and why. */
void oct_workspace_tell_failure (GtkWidget *widget, const char *heading, const GError *error);

G_END_DECLS
