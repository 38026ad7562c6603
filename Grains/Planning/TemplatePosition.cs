namespace Aggregator.Planning;

/// <summary>Where in a URL a template's variable stands, which decides what its absence means.</summary>
public enum TemplatePosition
{
    /// <summary>In the path: without a value there is no call.</summary>
    Path,

    /// <summary>In the query, or in an expression that writes as one: without a value it is left out.</summary>
    Query,
}
