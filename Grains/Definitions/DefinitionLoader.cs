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
        var documents = files.Select(file => FileSyntax.Read(file, problems)).OfType<Node>()
            .Select(node => Document.Of(node, problems)).ToList();
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
}
