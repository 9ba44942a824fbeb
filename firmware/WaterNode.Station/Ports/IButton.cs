namespace WaterNode.Station.Ports
{
    /// <summary>One press of the operator's button.</summary>
    public enum ButtonPress
    {
        /// <summary>Nothing was pressed.</summary>
        None = 0,

        /// <summary>Released within 0.7 s: the next page, the next choice.</summary>
        Short = 1,

        /// <summary>Released after 0.7 s and before 3 s: back, or into the menu.</summary>
        Long = 2,

        /// <summary>Held for 3 s, told while it is still down so that the person sees it work: confirm.</summary>
        Hold = 3,
    }

    /// <summary>The one button beside the display. The adapter notes presses as they happen; the station asks.</summary>
    public interface IButton
    {
        /// <returns>The oldest press that was not asked for yet; <see cref="ButtonPress.None"/> when there is none.</returns>
        ButtonPress Next();
    }
}
