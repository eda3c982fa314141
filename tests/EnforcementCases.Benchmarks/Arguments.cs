namespace EnforcementCases.Benchmarks;

/// <summary>What was typed: a verb, then <c>--name value</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public Arguments(string[] typed)
    {
        Verb = typed.FirstOrDefault() ?? "";
        for (var i = 1; i < typed.Length; i += 2)
        {
            if (!typed[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == typed.Length)
                throw new ArgumentException($"expected --name value, not {typed[i]}");
            values[typed[i][2..]] = typed[i + 1];
        }
    }

    public string Verb { get; }

    public string? this[string name] => values.GetValueOrDefault(name);

    public string Required(string name) => this[name] ?? throw new ArgumentException($"--{name} is missing");
}
