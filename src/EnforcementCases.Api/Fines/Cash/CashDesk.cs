using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Documents;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Does every movement of money: locks the organ's book until the commit and writes its lines, handovers and deposits.</summary>
/// <remarks>The book is locked first and the cases after it, so that concurrent movements wait in the same order and no month is closed in between.</remarks>
internal sealed class CashDesk(
    AppDbContext db,
    CurrentUser user,
    CaseLoader file,
    OrganDirectory organs,
    NumberLedger numbers,
    CatalogueDirectory catalogue,
    SequenceSource sequence,
    TimeProvider clock
)
{
    private CashBook? held;

    /// <summary>The book of an organ, locked until the commit. Read without the scope filter, since an officer's scope is the team and the book is the organ's.</summary>
    public async Task<CashBook> HoldAsync(Guid organId, CancellationToken ct)
    {
        if (held?.OrganId == organId && db.Entry(held).State != EntityState.Detached)
            return held;
        var books = db.CashBooks.IgnoreQueryFilters([AppDbContext.ScopeFilter]).Where(b => b.OrganId == organId);
        await books.ExecuteUpdateAsync(b => b.SetProperty(x => x.ClosedThrough, x => x.ClosedThrough), ct);
        if (await books.FirstOrDefaultAsync(ct) is { } book)
            return held = book;
        held = new(await organs.OrganAsync(organId, ct));
        db.CashBooks.Add(held);
        return held;
    }

    /// <summary>Writes a line of the day book.</summary>
    public async Task EnterAsync(
        Guid organId,
        CashEntryKind kind,
        Money amount,
        DateTimeOffset at,
        CancellationToken ct,
        Guid? caseId = null,
        string? receiptNumber = null,
        string? reference = null,
        Guid? personId = null
    )
    {
        var book = await HoldAsync(organId, ct);
        db.CashEntries.Add(book.Enter(NewId(), sequence.Next(), kind, amount, at, caseId, receiptNumber, reference, personId));
    }

    /// <summary>Uses a receipt, which the officer must hold, for a collection.</summary>
    /// <exception cref="DomainException"><see cref="TreasuryReceipt.NotHeld"/>, <see cref="OnTheSpotCollection.ReceiptAlreadyUsed"/> or <see cref="TreasuryReceipt.OutOfOrder"/>.</exception>
    public async Task UseReceiptAsync(Guid organId, string number, Guid officer, DateTimeOffset at, CancellationToken ct)
    {
        var book = await HoldAsync(organId, ct);
        var receipt = await ReceiptAsync(number, ct);
        if (receipt is null || receipt.OrganId != organId)
            throw TreasuryReceipt.NotHeld.With($"票据 {number} 不在本机关的票据账上", "请使用本人领用的票据");
        receipt.Use(officer, book.Book(at));
    }

    /// <summary>Name of the organisation that entered a slip of the bank; null if none did.</summary>
    private Task<string?> UserOfSlipAsync(string slip, CancellationToken ct) =>
        db
            .BankDeposits.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(d => d.Slip == slip)
            .Join(db.Organisations.IgnoreQueryFilters([AppDbContext.ScopeFilter]), d => d.OrganId, o => o.Id, (_, o) => (string?)o.Name)
            .FirstOrDefaultAsync(ct);

    /// <summary>The receipt with a number, tracked, of any street; null if none.</summary>
    public Task<TreasuryReceipt?> ReceiptAsync(string number, CancellationToken ct) =>
        db.TreasuryReceipts.IgnoreQueryFilters([AppDbContext.ScopeFilter]).FirstOrDefaultAsync(r => r.Number == number, ct);

    /// <summary>Hands the cash of some receipts to the organ, on one numbered slip; loads their cases.</summary>
    /// <param name="command">The command by which the rights table is checked.</param>
    /// <param name="counted">Amount counted by the cashier; null if an officer enters it and a cashier still has to receive it.</param>
    public async Task<CashHandover> HandOverAsync(
        object command,
        Guid organId,
        IReadOnlyList<(string Receipt, Guid CaseId)> receipts,
        Money? counted,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var book = await HoldAsync(organId, ct);
        var cases = await CasesAsync(command, receipts.Select(r => r.CaseId), ct);
        var id = NewId();
        var lines = new List<HandoverLine>();
        var holders = new HashSet<(Guid Id, string Name)>();
        foreach (var (number, caseId) in receipts)
        {
            var @case = cases[caseId];
            @case.RemitToOrgan(NewId(), number, at, catalogue.Current.Calendar);
            var cash = @case.Payments.Single(p => p.ReceiptNumber == number);
            var lastDay = @case.Deadlines.First(d => d.Kind == DeadlineKind.RemitToOrgan && d.Reference == number).LastDay;
            lines.Add(new(id, cash, lastDay));
            var holder = (await ReceiptAsync(number, ct))!;
            holders.Add((holder.HolderId!.Value, holder.HolderName!));
            db.CashEntries.Add(
                book.Enter(
                    NewId(),
                    sequence.Next(),
                    CashEntryKind.HandedIn,
                    Money.OfFen(cash.AmountFen),
                    at,
                    caseId,
                    number,
                    personId: holder.HolderId
                )
            );
        }
        if (holders.Count != 1)
            throw CashHandover.SeveralOfficers.With(string.Join('、', holders.Select(h => h.Name)));
        var organ = await organs.OrganAsync(organId, ct);
        var (officer, officerName) = holders.Single();
        var slip = await numbers.IssueAsync(organ, DocumentWord.CashHandover, LegalDate.YearOf(at), id, ct);
        var handover = new CashHandover(
            id,
            sequence.Next(),
            organId,
            organ.Path,
            slip.Text,
            officer,
            officerName,
            at,
            book.BookedOn(LegalDate.Of(at)),
            lines
        );
        if (counted is { } cash2)
            Receive(handover, cash2, at);
        db.CashHandovers.Add(handover);
        return handover;
    }

    /// <summary>The present user receives the money of a handover, which must be another person's.</summary>
    /// <exception cref="DomainException"><see cref="SeparationOfDuty.OfficerOfCase"/> or a rule of <see cref="CashHandover.Receive"/>.</exception>
    public void Receive(CashHandover handover, Money counted, DateTimeOffset at)
    {
        if (handover.OfficerId == user.PersonId)
            throw SeparationOfDuty.OfficerOfCase.With("交款人不得接收本人的收缴款", "由出纳接收");
        handover.Receive(user.PersonId, user.PersonName, counted, at);
    }

    /// <summary>Pays the cash of some receipts to the bank, on one slip of the bank. The person who pays it in also receives handovers that are not received yet.</summary>
    /// <param name="slip">Number of the bank's slip; null if none was entered.</param>
    /// <param name="deposited">Amount on the slip; null: the sum of the receipts.</param>
    public async Task<BankDeposit> DepositAsync(
        object command,
        Guid organId,
        IReadOnlyList<(string Receipt, Guid CaseId)> receipts,
        string? slip,
        Money? deposited,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var book = await HoldAsync(organId, ct);
        var cases = await CasesAsync(command, receipts.Select(r => r.CaseId), ct);
        var amount = Money.Zero;
        foreach (var (number, caseId) in receipts)
        {
            var @case = cases[caseId];
            @case.RemitToBank(number, at);
            var cash = Money.OfFen(@case.Payments.Single(p => p.ReceiptNumber == number).AmountFen);
            amount += cash;
            db.CashEntries.Add(
                book.Enter(NewId(), sequence.Next(), CashEntryKind.Deposited, cash, at, caseId, number, slip, user.PersonId)
            );
        }
        var numbersOf = receipts.Select(r => r.Receipt).ToList();
        var unreceived = await numbersOf.InStretchesAsync(
            some =>
                db.CashHandovers.Where(h =>
                    h.OrganId == organId && h.ReceivedAt == null && h.Lines.Any(l => some.Contains(l.ReceiptNumber))
                ),
            ct
        );
        unreceived = [.. unreceived.Distinct()]; // one may have lines in two stretches
        if (unreceived.Find(h => h.Lines.Any(l => !numbersOf.Contains(l.ReceiptNumber))) is { } uncounted)
            throw CashHandover.NotCounted.With($"交接单 {uncounted.Number}", "先接收并清点整张交接单");
        unreceived.ForEach(h => Receive(h, Money.OfFen(h.AmountFen), at)); // the whole amount goes to the bank and is counted there
        if (slip is not null && await UserOfSlipAsync(slip, ct) is { } organ)
            throw BankDeposit.SlipAlreadyUsed.With($"缴款回单 {slip}，登记单位：{organ}", "与该单位的财务人员核对");
        var deposit = new BankDeposit(
            NewId(),
            sequence.Next(),
            organId,
            book.OrganisationPath,
            slip,
            amount,
            deposited ?? amount,
            at,
            book.BookedOn(LegalDate.Of(at)),
            numbersOf
        );
        db.BankDeposits.Add(deposit);
        return deposit;
    }

    /// <summary>The receipts with the cases in which they were used, within the reader's scope.</summary>
    /// <exception cref="DomainException"><see cref="TreasuryReceipt.NotFound"/>.</exception>
    public async Task<List<(string Receipt, Guid CaseId)>> UsedAsync(
        Guid organId,
        IReadOnlyCollection<string> receipts,
        CancellationToken ct
    )
    {
        var cash = await receipts.InStretchesAsync(
            some =>
                db.Payments.Where(p => p.ReceiptNumber != null && some.Contains(p.ReceiptNumber))
                    .Join(db.Cases.Where(c => c.OrganId == organId), p => p.CaseId, c => c.Id, (p, _) => new { p.ReceiptNumber, p.CaseId }),
            ct
        );
        return receipts.FirstOrDefault(r => cash.TrueForAll(p => p.ReceiptNumber != r)) is { } unknown
            ? throw TreasuryReceipt.NotFound.With($"票据 {unknown} 没有收缴款")
            : [.. cash.Select(p => (p.ReceiptNumber!, p.CaseId))];
    }

    /// <summary>A new identity.</summary>
    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private async Task<Dictionary<Guid, EnforcementCase>> CasesAsync(object command, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var cases = new Dictionary<Guid, EnforcementCase>();
        foreach (var id in ids.Distinct().Order())
        {
            if (db.Cases.Local.FindEntry(id) is null)
                await file.HoldAsync(id, ct);
            var @case = await file.ReadAsync(id, ct);
            file.EnsureAllowed(command, @case);
            cases.Add(id, @case);
        }
        return cases;
    }
}
