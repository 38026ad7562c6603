using Aggregator.Definitions;
using Aggregator.JmesPath;
using Aggregator.Shaping;

namespace Aggregator.Planning;

/// <summary>Lists the names that the parts of a definition use, as far as their text tells.</summary>
internal static class NameUses
{
    /// <summary>The name that stands for the whole root, <c>@</c>, which names nothing that could be waited for.</summary>
    public const string Whole = "@";

    /// <summary>The uses in one source.</summary>
    public static IEnumerable<NameUse> Of(SourceDefinition source)
    {
        foreach (var with in source.With)
            foreach (var use in Of(with.Value, $"with.{with.Name}", with.Place, NameScope.Outer)) yield return use;

        foreach (var use in Of(source.Work)) yield return use;

        foreach (var (part, reason) in new[] { (source.Select, "select"), (source.Check, "check") })
        {
            if (part is null) continue;
            foreach (var name in part.Expression.Uses.Variables) yield return new(name, reason, part.Place, NameScope.Answer);
        }
    }

    /// <summary>The uses in the document's shape.</summary>
    public static IEnumerable<NameUse> OfResult(ReportDefinition report) => Of(report.Result, "result", report.ResultPlace, NameScope.Result);

    /// <summary>The names that one expression draws on in a root scope.</summary>
    public static IEnumerable<string> Of(Expression expression) =>
        expression.Uses.Names.Concat(expression.Uses.Variables).Concat(expression.Uses.Whole ? [Whole] : []);

    /// <summary>The names that the leaves of a shape draw on.</summary>
    public static IEnumerable<string> Of(Shape shape) => shape switch
    {
        Shape.Computed computed => Of(computed.Expression),
        Shape.Object made => made.Members.SelectMany(member => Of(member.Value)),
        Shape.List list => list.Elements.SelectMany(Of),
        _ => [],
    };

    private static IEnumerable<NameUse> Of(SourceWork work) => work switch
    {
        SourceWork.HttpCall call =>
            call.Template.Names.Select(name => new NameUse(name, "template", call.TemplatePlace, NameScope.Inner))
                .Concat(call.Json is null ? [] : Of(call.Json, "json", call.JsonPlace, NameScope.Inner)),
        SourceWork.Computed computed => Of(computed.Value, "value", computed.Place, NameScope.Inner),
        _ => [],
    };

    /// <summary>Each leaf's uses at its own place, so that a problem in a long shape is told in its own line.</summary>
    private static IEnumerable<NameUse> Of(Shape shape, string reason, Place place, NameScope scope) => shape switch
    {
        Shape.Computed computed => Of(computed.Expression).Select(name => new NameUse(name, reason, computed.Place ?? place, scope)),
        Shape.Object made => made.Members.SelectMany(member => Of(member.Value, reason, place, scope)),
        Shape.List list => list.Elements.SelectMany(element => Of(element, reason, place, scope)),
        _ => [],
    };
}
