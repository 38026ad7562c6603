using System.Globalization;
using System.Text;
using Aggregator.Definitions;

namespace Aggregator.Planning;

/// <summary>Tells a plan to people: stages, what waits for what and why, where each call goes and how long it may take.</summary>
public static class PlanText
{
    /// <summary>The plan as text.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="targets">The paths and queries that are known before anything is called, by the position of their source.</param>
    public static string Of(ReportPlan plan, IReadOnlyDictionary<int, string> targets)
    {
        var text = new StringBuilder();
        Head(text, plan);
        foreach (var stage in plan.Sources.GroupBy(source => source.Stage).OrderBy(stage => stage.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"\nstage {stage.Key}{(stage.Key == 0 ? ", starts at once" : "")}\n");
            foreach (var source in stage) Source(text, source, targets.GetValueOrDefault(source.Index));
        }

        Tail(text, plan);
        return text.ToString();
    }

    private static void Head(StringBuilder text, ReportPlan plan)
    {
        text.Append(CultureInfo.InvariantCulture, $"report {plan.Definition.Name}");
        if (plan.Definition.Summary is { } summary) text.Append(CultureInfo.InvariantCulture, $": {summary}");
        text.Append('\n');
        Line(text, "  ", "deadline", Span(plan.Definition.Deadline));
        Line(text, "  ", "answers", plan.Descriptor.Safe ? "GET, HEAD, POST" : "POST only, for a source is not safe");
        Line(text, "  ", "definition", plan.Hash);
        Line(text, "  ", "key", $"{string.Join(" + ", plan.Definition.Parameters.Select(parameter => parameter.Name).Prepend("definition"))}");
    }

    private static void Source(StringBuilder text, PlannedSource source, string? target)
    {
        var definition = source.Definition;
        text.Append(CultureInfo.InvariantCulture, $"  {definition.Name}\n");
        switch (definition.Work)
        {
            case SourceWork.HttpCall call:
                Line(text, "    ", "calls", $"{call.Method} {call.Upstream}:{call.Template.Text}{(call.Safe && call.Method == HttpMethod.Post ? ", safe" : "")}");
                if (source.Upstream is { } upstream) Line(text, "    ", "at", upstream.UrlText + (target ?? ""));
                break;
            case SourceWork.Computed:
                Line(text, "    ", "computes", "a value, without a call");
                break;
        }

        if (source.Needs.Length > 0)
            Line(text, "    ", "waits for", string.Join(", ", source.Needs.Select(need => $"{need.Name} ({string.Join(", ", need.Reasons)})")));
        if (source.Upstream is not null) Line(text, "    ", "may take", Patience(source));
        Line(text, "    ", "if it fails", definition.Optional ? "its default stands in, and the report is partial" : "the report fails");
    }

    private static string Patience(PlannedSource source)
    {
        var upstream = source.Upstream ?? throw new InvalidOperationException($"{source.Definition.Name} calls no upstream.");
        var repeats = upstream.Retry.Attempts switch { 0 => "one attempt", 1 => "one further attempt", var n => $"{n} further attempts" };
        return $"{Span(CriticalPath.LongestOf(source))}: {Span(upstream.Timeout)} an attempt, {repeats}"
            + (source.Definition.Within is { } within ? $", {Span(within)} in all" : "");
    }

    private static void Tail(StringBuilder text, ReportPlan plan)
    {
        var path = CriticalPath.Of(plan);
        if (path.Sources.IsEmpty) return;
        text.Append(CultureInfo.InvariantCulture, $"\ncritical path: {string.Join(" -> ", path.Sources.Select(source => source.Definition.Name))}");
        text.Append(CultureInfo.InvariantCulture, $", {Span(path.Longest)} at most");
        if (path.Longest > plan.Definition.Deadline) text.Append(CultureInfo.InvariantCulture, $", cut off by the deadline at {Span(plan.Definition.Deadline)}");
        text.Append('\n');
    }

    private static void Line(StringBuilder text, string indent, string label, string value) => text.Append(indent).Append(label.PadRight(LabelWidth)).Append(value).Append('\n');

    private static string Span(TimeSpan span) =>
        span.TotalSeconds < 1 || span.TotalMilliseconds % 1000 != 0
            ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.##}ms")
            : string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0}s");

    private const int LabelWidth = 12;
}
