using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Aggregator.Gateway.Operator;

/// <summary>The key that every request to an operator listener presents. Kept as a digest only, and compared in constant time.</summary>
/// <param name="key">The key.</param>
public sealed class OperatorKey(string key)
{
    private readonly byte[] _digest = SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Whether <c>Authorization: Bearer …</c> presents the key (RFC 6750 §2.1).</summary>
    /// <param name="authorization">The field's lines.</param>
    public bool IsPresentedBy(StringValues authorization) =>
        authorization is [{ } line]
        && line.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(line[Scheme.Length..].Trim())), _digest);

    private const string Scheme = "Bearer ";
}
