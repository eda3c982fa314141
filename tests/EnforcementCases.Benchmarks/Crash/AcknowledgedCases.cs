namespace EnforcementCases.Benchmarks.Crash;

/// <summary>A case that the program has acknowledged with a 201.</summary>
internal sealed record AcknowledgedCase(Guid CaseId, string Key, string Officer, string Number);

/// <summary>What was acknowledged, in a file outside the program: each line is written before its writer sends the next request.</summary>
internal sealed class AcknowledgedCases(string file) : IDisposable
{
    private readonly StreamWriter writer = new(file, append: true) { AutoFlush = true };
    private readonly Lock turn = new();

    public int Count { get; private set; }

    public void Add(AcknowledgedCase acknowledged)
    {
        lock (turn)
        {
            writer.WriteLine($"{acknowledged.CaseId}\t{acknowledged.Key}\t{acknowledged.Officer}\t{acknowledged.Number}");
            Count++;
        }
    }

    /// <summary>All of them, from the file.</summary>
    public List<AcknowledgedCase> Read()
    {
        lock (turn)
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            var all = new List<AcknowledgedCase>();
            while (reader.ReadLine() is { } line)
            {
                var parts = line.Split('\t');
                all.Add(new(Guid.Parse(parts[0]), parts[1], parts[2], parts[3]));
            }
            return all;
        }
    }

    public void Dispose() => writer.Dispose();
}
