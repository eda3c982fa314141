namespace EnforcementCases.Domain.Tests;

/// <summary>Rows of the rule table that no code binds yet, each with what it waits for. A row leaves this list when its code arrives.</summary>
internal static class RuleWaiting
{
    private const string Numbers = "2: number templates of matters";
    private const string RemedyRegister = "later: register of remedies";
    private const string Answers =
        "later: the terms to answer (10 or 5 working days, 15 days); what is handed in with the answer is drawn already (Cases/Archive)";
    private const string Catalogue = "4: catalogue editing";
    private const string Recording = "later: process record and media";
    private const string Publicity = "later: publicity";
    private const string Personnel = "later: personnel";
    private const string Secrecy =
        "no code of its own: who reads which case is the scope and the rights table; sealed fields are encrypted";
    private const string Supervision = "later: supervision";
    private const string References = "13: what each act must rest on";
    private const string Statistics = "later: statistics";

    public static readonly IReadOnlyDictionary<string, string> For = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["APL-20"] = Catalogue,
        ["CERT-TRAIN"] = Personnel,
        ["REC-KEEP"] = Recording,
        ["APL-50"] = Secrecy,
        ["ARL-32"] = RemedyRegister,
        ["ARL-48"] = Answers,
        ["ARL-53"] = RemedyRegister,
        ["ALL-67"] = Answers,
        ["ALL-3"] = RemedyRegister,
        ["SCL-9"] = RemedyRegister,
        ["APL-75"] = RemedyRegister,
        ["PUB-118-2"] = Publicity,
        ["STAT-TJ-1"] = Statistics,
        ["STAT-TJ-2"] = Statistics,
        ["TJ-SUP-1"] = Supervision,
        ["TJ-SUP-2"] = Supervision,
        ["TJ-RATES"] = Statistics,
        ["CN-6"] = Numbers,
        ["THINGS-UNCLAIMED"] = References,
        ["SOD-PERSON"] = References,
        ["APL-31-GUARD"] = References,
    };
}
