using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases.Identity;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines;

/// <summary>Numbers of the special receipts (专用票据号码): one spelling, and each used once, in whatever street.</summary>
internal sealed class Receipts(AppDbContext db)
{
    /// <summary>Full-width digits and stray blanks make no second receipt; null stays null.</summary>
    public static string? Normalise(string? number) => number is null ? null : IdentityText.Compact(TextRules.Line(number));

    /// <summary>Refuses a number that is in use; the unique index holds where two come at once.</summary>
    /// <exception cref="DomainException"><see cref="OnTheSpotCollection.ReceiptAlreadyUsed"/>.</exception>
    public async Task EnsureUnusedAsync(string number, CancellationToken ct)
    {
        if (await db.Payments.IgnoreQueryFilters([AppDbContext.ScopeFilter]).AnyAsync(p => p.ReceiptNumber == number, ct))
            throw OnTheSpotCollection.ReceiptAlreadyUsed.With($"票据 {number}");
    }
}
