using WaterNode.Station.Ports;

namespace WaterNode.Station.Display
{
    /// <summary>One page of the operator's display. It is made when it is turned to, and forgotten with what it remembers when it is left.</summary>
    public abstract class Page
    {
        /// <summary>Draws the whole page onto an empty canvas.</summary>
        public abstract void Draw(Canvas canvas, StationSnapshot station);

        /// <summary>What the button does on this page; during a measurement only short presses come here.</summary>
        /// <returns>False when it does nothing of its own: short then turns to the next page, anything else to the verdict.</returns>
        public virtual bool TryPress(ButtonPress press, StationSnapshot station)
        {
            return false;
        }
    }
}
