namespace Aggregator.Resources;

/// <summary>
/// Under which stored responses of one address lie: whatever keeps them apart but the request fields, by which Vary selects among them. GET
/// and HEAD share theirs.
/// </summary>
/// <param name="Address">The address.</param>
/// <param name="UpstreamHash">The version of the upstream's definition.</param>
/// <param name="Use">A source's responses are decoded, the relay's are as sent.</param>
/// <param name="Call">The method and the body's digest of a call that is declared a read; empty for GET and HEAD.</param>
/// <param name="Identity">Whose they are, for an upstream that keeps identities apart; empty when they are everybody's.</param>
internal sealed record ResponseKey(ResourceAddress Address, string UpstreamHash, ResourceUse Use, string Call, string Identity);
