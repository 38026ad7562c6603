using System.Security.Cryptography;
using System.Text;
using Aggregator.Definitions;

namespace Aggregator.Planning;

/// <summary>The hash that names one version of a report together with everything it uses.</summary>
internal static class DefinitionHash
{
    /// <summary>Hashes a report and the upstreams it uses; the upstreams' own hashes hide their secrets.</summary>
    public static string Of(ReportDefinition report, IEnumerable<UpstreamDefinition> upstreams)
    {
        var text = new StringBuilder(report.Hash);
        foreach (var upstream in upstreams.OrderBy(upstream => upstream.Name, StringComparer.Ordinal))
            text.Append('\n').Append(upstream.Name).Append(' ').Append(upstream.Hash);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, HashBytes));
    }

    private const int HashBytes = 16;
}
