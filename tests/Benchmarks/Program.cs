using Aggregator.Benchmarks.Whole;

return args switch
{
    ["bare", var response] => await BareKestrel.RunAsync(response),
    ["hot", .. var pairs] => await HotReport.RunAsync(pairs is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : HotReport.DefaultPairs),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: hot [PAIRS]    a hot report against bare Kestrel with the same response: CPU per request and requests a second");
    return 2;
}
