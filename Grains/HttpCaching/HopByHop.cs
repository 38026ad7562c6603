using Aggregator.HttpCaching.Syntax;
using Aggregator.Resources;

namespace Aggregator.HttpCaching;

/// <summary>Takes away the fields that concern one connection only, so that neither the next one nor the store sees them.</summary>
public static class HopByHop
{
    /// <summary>
    /// A message's fields without those of its connection, those that Connection names, and those about a proxy. The same holds for
    /// requests and for responses.
    /// </summary>
    public static HeaderFields Remove(HeaderFields fields)
    {
        var named = ConnectionFields.Named(FieldSyntax.Members(fields.Values("Connection")));
        return fields.Without(name => ConnectionFields.IsKnown(name) || named?.Contains(name) == true);
    }
}
