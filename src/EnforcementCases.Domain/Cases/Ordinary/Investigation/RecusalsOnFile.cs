using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The requests for recusal in the case (回避), as the acts left them.</summary>
public sealed class RecusalsOnFile
{
    /// <summary>No recusal request waits for the head.</summary>
    public static readonly DomainError NoRecusal = new("recusal.nothing-to-decide", null, ErrorKind.WrongStage, "没有待决定的回避申请");

    /// <summary>Somebody who does nothing in the case is asked to withdraw from it.</summary>
    public static readonly DomainError NotOfThisCase = new(
        "recusal.not-of-this-case",
        "APL-43",
        ErrorKind.Unacceptable,
        "申请回避的对象没有参与本案"
    );

    /// <summary>Somebody else enters that a person withdraws of his or her own accord.</summary>
    public static readonly DomainError NotByItself = new(
        "recusal.not-by-the-person",
        "APL-43",
        ErrorKind.RuleBroken,
        "自行回避应当由本人提出",
        PenaltyLaw.At("第四十三条第一款")
    );

    private readonly List<RecusalRequest> requests = [];

    /// <summary>The leader who acts in the place of a head who had to withdraw (代行负责人职责); null if the head need not.</summary>
    public Guid? StandIn { get; private set; }

    /// <summary>The requests in their order, decided or not.</summary>
    public IReadOnlyList<RecusalRequest> Requests => requests;

    /// <summary>Whether an act is a request that the decision is about: of the same person, and undecided. While the open acts are listed, a person is kept from deciding only if
    /// every person about whom a request waits was named by that person.</summary>
    internal static bool IsToDecide(OrdinaryFile file, DoneAct asked, ActBody? decision)
    {
        if (asked.Body is not RequestRecusal request)
            return false;
        var open = file.Recusals.Requests.Where(r => r.Decision is null).ToList();
        if (!open.Exists(r => r.OfficerPersonId == request.OfficerId && r.AskedAt == request.DoneAt))
            return false;
        return decision is DecideRecusal decided
            ? decided.OfficerId == request.OfficerId
            : open.TrueForAll(r =>
                file.Acts.Any(a => a.PersonId == asked.PersonId && a.Body is RequestRecusal own && own.OfficerId == r.OfficerPersonId)
            );
    }

    internal void Apply(RequestRecusal asked) => requests.Add(new(asked.OfficerId, asked.AskedBy, asked.Reason, asked.DoneAt));

    internal void Apply(DecideRecusal decided, DoneAct done)
    {
        requests.Replace(
            r => r.OfficerPersonId == decided.OfficerId && r.Decision is null,
            r => r with { Decision = decided.By(done.PersonId) }
        );
        if (decided.OfficerId == StandIn && decided.Granted)
            StandIn = null; // the stand-in withdraws, too: the leaders name another one
        if (decided.StandInPersonId is { } person)
            StandIn = person;
    }
}
