namespace Aggregator.Identity;

/// <summary>One request on its way through a <see cref="ParameterBinder"/>: what is bound so far, and what is wrong so far.</summary>
internal sealed class ParameterBinding(ParameterBinder binder)
{
    private readonly ParameterValue?[] _values = new ParameterValue?[binder.Rules.Length];
    private readonly bool[] _refused = new bool[binder.Rules.Length];
    private readonly List<ParameterProblem> _problems = [];

    /// <summary>Where a rule notes the faults of the value it reads.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The index of the parameter that a request may give under a name; null, with a problem noted, when there is none.</summary>
    public int? Find(string name)
    {
        if (!binder.Indexes.TryGetValue(name, out var index))
            Refuse(name, Undeclared(name));
        else if (binder.Rules[index].Descriptor.Claim is not null)
            Refuse(name, "comes from the token, not from the request");
        else
            return index;

        return null;
    }

    /// <summary>Takes over what a rule read, and the faults that it found while it did.</summary>
    public void Accept(int index, ParameterValue? value)
    {
        _values[index] = value;
        _refused[index] = Faults.Count > 0;
        foreach (var fault in Faults)
            Refuse(binder.Rules[index].Descriptor.Name, fault);
        Faults.Clear();
    }

    /// <summary>Notes a problem.</summary>
    public void Refuse(string name, string detail)
    {
        if (_problems.Count < ParameterBinder.MaxProblems)
            _problems.Add(new(name, detail));
    }

    /// <summary>Fills in what stands for absent values and writes the canonical form, unless there are problems.</summary>
    public BoundParameters Finish(DateTimeOffset now)
    {
        for (var index = 0; index < _values.Length; index++)
        {
            if (_values[index] is not null || _refused[index])
                continue;
            var rule = binder.Rules[index];
            _values[index] = rule.Default(now);
            if (_values[index] is not null || !rule.Descriptor.Required)
                continue;
            Refuse(rule.Descriptor.Name, rule.Descriptor.Claim is null
                ? "found no value, expected one: it is required"
                : "found no such claim in the token, expected one: it is required");
        }

        return _problems.Count > 0 ? BoundParameters.Refused([.. _problems]) : BoundParameters.Of(binder.Write(_values));
    }

    private string Undeclared(string name)
    {
        // Beyond the last problem that is told, the search for near names would only be work that a client can make us do.
        if (_problems.Count >= ParameterBinder.MaxProblems)
            return "";

        var known = binder.Rules.Where(rule => rule.Descriptor.Claim is null).Select(rule => rule.Descriptor.Name);
        return NearNames.DidYouMean(name, known) is { } hint
            ? $"the report declares no such parameter; {hint}"
            : "the report declares no such parameter";
    }
}
