using System.Collections.Immutable;
using Aggregator.Definitions.Reading;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions;

/// <summary>Text → definitions, or everything that is wrong with it. Pure but for what the secret source does.</summary>
public static class DefinitionLoader
{
    /// <summary>Reads a folder's files. Whatever they hold, it ends soon and throws nothing.</summary>
    /// <param name="files">The files; a <c>.json</c> file is read as JSON, every other one as YAML.</param>
    /// <param name="secrets">Where <c>${…}</c> in upstreams gets its values.</param>
    public static LoadResult Load(IReadOnlyList<DefinitionFile> files, ISecretSource secrets)
    {
        var problems = new ProblemList();
        var documents = files.Select(file => FileSyntax.Read(file, problems)).OfType<Node>().Select(node => Kind(node, problems)).ToList();
        var upstreamMembers = documents.OfType<Document.Upstreams>().SelectMany(document => document.Members).ToList();
        var upstreams = ReadUpstreams(upstreamMembers, new(secrets, problems), problems);
        var known = upstreamMembers.Select(member => member.Key).ToHashSet();
        var reports = ReadReports(documents.OfType<Document.Report>(), new(known, problems), problems);
        return new(
            problems.HasErrors ? null : new() { Upstreams = upstreams, Reports = reports },
            problems.InOrder(files));
    }

    private static ImmutableDictionary<string, UpstreamDefinition> ReadUpstreams(
        IEnumerable<Member> members, UpstreamReader reader, ProblemList problems)
    {
        var upstreams = ImmutableDictionary.CreateBuilder<string, UpstreamDefinition>();
        var names = new UniqueNames("upstream", problems);
        foreach (var member in members)
        {
            names.Add(member.Key, member.KeyPlace);
            if (reader.Read(member) is { } upstream)
            {
                upstreams[upstream.Name] = upstream;
            }
        }

        return upstreams.ToImmutable();
    }

    private static ImmutableDictionary<string, ReportDefinition> ReadReports(
        IEnumerable<Document.Report> documents, ReportReader reader, ProblemList problems)
    {
        var reports = ImmutableDictionary.CreateBuilder<string, ReportDefinition>();
        var names = new UniqueNames("report", problems);
        foreach (var document in documents)
        {
            if (reader.Read(document.Map) is { } report)
            {
                names.Add(report.Name, report.Place);
                reports[report.Name] = report;
            }
        }

        return reports.ToImmutable();
    }

    /// <summary>Tells what a file is by its top-level keys.</summary>
    private static Document Kind(Node root, ProblemList problems)
    {
        const string Expected = "a map with `report` or with `upstreams`";
        if (root is not MappingNode map)
        {
            problems.Error(root, Expected);
            return new Document.Neither();
        }

        CheckFormat(map, problems);
        var upstreams = map.Members.FirstOrDefault(member => member.Key == "upstreams");
        var report = map.Members.FirstOrDefault(member => member.Key == "report");
        switch (upstreams, report)
        {
            case (not null, not null):
                problems.Error(
                    Later(upstreams, report).KeyPlace, $"`{Later(upstreams, report).Key}` in a file that is of the other kind", "upstreams and reports in files of their own, each report in one");
                return new Document.Neither();
            case (null, not null):
                return new Document.Report(map);
            case (not null, null):
                var file = new MappingReader(map, "a file of upstreams", problems);
                file.Take("format");
                var members = new ValueReader(problems).Members(file.Take("upstreams"), "a map of upstreams by name")?.Members ?? [];
                file.Close();
                return new Document.Upstreams(members);
            default:
                if (map.Members.FirstOrDefault(member => member.Key != "format") is { } first)
                {
                    problems.UnknownName(first.KeyPlace, "key", first.Key, Expected, ["report", "upstreams"]);
                }
                else
                {
                    problems.Error(map, Expected);
                }

                return new Document.Neither();
        }
    }

    private static Member Later(Member one, Member other) =>
        (one.KeyPlace.Line, one.KeyPlace.Column).CompareTo((other.KeyPlace.Line, other.KeyPlace.Column)) > 0 ? one : other;

    private static void CheckFormat(MappingNode map, ProblemList problems)
    {
        if (map.Members.FirstOrDefault(member => member.Key == "format")?.Value is { } format
            && format is not ScalarNode { Kind: ScalarKind.Number, Text: "1" })
        {
            problems.Error(format, "1, the one format that this version reads");
        }
    }

    /// <summary>A file by what it is for.</summary>
    private abstract record Document
    {
        public sealed record Upstreams(ImmutableArray<Member> Members) : Document;

        public sealed record Report(MappingNode Map) : Document;

        public sealed record Neither : Document;
    }
}
