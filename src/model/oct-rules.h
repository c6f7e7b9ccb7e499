/* The rules that stand in the tables of a workspace, in words.
 *
 * A trigger refuses with the key of a rule; here is what a person reads, with how to satisfy it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (nullable): the sentence of the rule whose key is in @message; %NULL where none is. */
const char *oct_rule_to_text (const char *message);

G_END_DECLS
