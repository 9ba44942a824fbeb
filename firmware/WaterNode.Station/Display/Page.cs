using WaterNode.Station.Ports;

namespace WaterNode.Station.Display
{
    /// <summary>One page of the operator's display.</summary>
    public abstract class Page
    {
        /// <summary>False when there is nothing to show: the page is then passed over.</summary>
        public virtual bool IsThere(StationSnapshot station)
        {
            return true;
        }

        /// <summary>Called whenever the page is turned to.</summary>
        public virtual void Open(StationSnapshot station)
        {
        }

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
