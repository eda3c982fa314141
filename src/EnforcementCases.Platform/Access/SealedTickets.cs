using System.Buffers.Text;
using System.Text.Json;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Platform.Access;

/// <summary>Encrypted state that the client keeps between two steps of a sign-in, valid for one purpose and a limited time. The server stores nothing.</summary>
internal sealed class SealedTickets(PersonalDataVault vault, TimeProvider clock)
{
    /// <summary>Longest ticket that is read; a longer one is not opened.</summary>
    public const int MaxLength = 2_000;

    /// <param name="purpose">A ticket for one purpose is not valid for another.</param>
    public string Seal<T>(T said, string purpose, TimeSpan goodFor)
        where T : class =>
        Base64Url.EncodeToString(
            vault.SealTicket(JsonSerializer.SerializeToUtf8Bytes(new Ticket<T>(said, clock.GetUtcNow() + goodFor)), purpose)
        );

    /// <summary>The content of a ticket; null if it was not issued here, is for another purpose, or has expired.</summary>
    public T? Open<T>(string text, string purpose)
        where T : class
    {
        try
        {
            if (!vault.TryOpenTicket(Base64Url.DecodeFromChars(text), purpose, out var clear))
                return null;
            var ticket = JsonSerializer.Deserialize<Ticket<T>>(clear);
            return ticket is not null && clock.GetUtcNow() < ticket.Until ? ticket.Said : null;
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private sealed record Ticket<T>(T Said, DateTimeOffset Until);
}
