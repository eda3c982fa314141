using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Cases.Work;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Recording;

namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>All rows of one case while it is made, with its record: each act is entered when it is done, by whom it was done.</summary>
internal sealed class CaseRows(RecordScribe scribe, int seed, int index, string organisationPath)
{
    /// <summary>A node number that no replica has by default.</summary>
    private const long Node = 255L << 14;

    /// <summary>Beginning of the name of the device that loaded cases are said to come from.</summary>
    public const string Device = "bulk-";

    private readonly List<object> rows = [];
    private RecordChain? chain;
    private Dice ids = Dice.Of(seed, index, 4);
    private int made;

    /// <summary>The rows that are whole by now.</summary>
    public IReadOnlyList<object> Rows => rows;

    public Guid NewId(DateTimeOffset at) => ids.Id(at);

    /// <summary>A sequence number of an instant.</summary>
    public long Seq(DateTimeOffset at) => SequenceSource.FirstOf(at) + Node + ((index + made++) & 0x3FFF);

    public void Add(object row) => rows.Add(row);

    /// <summary>Enters into the record what was done.</summary>
    public void Record(RecordedAggregate recorded, Guid person, Role role, string? device, DateTimeOffset now)
    {
        chain ??= new(recorded.RecordChainId, organisationPath);
        var by = new RecordedBy(person, new HashSet<Role> { role }, device, $"bulk-{index:x}");
        foreach (var draft in recorded.TakePendingRecord())
        {
            var written = scribe.Write(chain, draft, by, NewId(now), Seq(now), now);
            rows.Add(written.Entry);
            if (written.Secret is { } secret)
                rows.Add(secret);
        }
    }

    /// <summary>The case as it stands at the end, with all its parts and what waits in it.</summary>
    /// <param name="file">Its file; null for a case decided on the spot.</param>
    public void Finish(EnforcementCase @case, OrdinaryFile? file, DateTimeOffset now)
    {
        @case.WorkIsListed(now);
        rows.Add(@case);
        rows.AddRange(@case.Officers);
        rows.AddRange(@case.Evidence);
        rows.AddRange(@case.Deadlines);
        rows.AddRange(@case.ActEntries);
        rows.AddRange(@case.Payments);
        rows.AddRange(@case.Refunds);
        if (@case.PaymentOrder is { } order)
            rows.Add(order);
        rows.AddRange(WorkOfCase.Of(@case, file, law: null, now).Select(item => new CaseWork(NewId(now), @case, item)));
        rows.Add(chain!);
    }
}

/// <summary>The counters of one street while its cases are made, one after the other.</summary>
internal sealed class StreetNumbers(Organisation organ)
{
    private readonly Dictionary<(string Word, int Year), int> last = [];

    public Organisation Organ => organ;

    /// <summary>The counters as they stand now.</summary>
    public IEnumerable<NumberCounter> Counters => last.Select(c => new NumberCounter(organ.Id, c.Key.Word, c.Key.Year, c.Value));

    /// <summary>Goes on from what the database has.</summary>
    public void Continue(NumberCounter counter) => last[(counter.Word, counter.Year)] = counter.Last;

    public DocumentNumber Issue(string word, int year, CaseRows rows, Guid caseId, DateTimeOffset at)
    {
        var serial = last[(word, year)] = last.GetValueOrDefault((word, year)) + 1;
        var number = new DocumentNumber(rows.NewId(at), organ, word, year, serial, caseId, at);
        rows.Add(number);
        return number;
    }
}
